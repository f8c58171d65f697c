package io.sevguest.cli;

import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.recognition.SessionPlatform;
import java.util.ArrayList;
import java.util.List;

/** What a guest owner should know of a session that is made all the same. */
final class SessionWarnings {
    private SessionWarnings() {}

    /** Full sentences; none if there is nothing to say. */
    static List<String> of(SevPolicy policy, SessionHost.Read host) {
        List<String> warnings = new ArrayList<>(host.files().allRemarks());
        if (policy.reserved() != 0) {
            warnings.add(
                    "Reserved bits are set in the policy (0x%04x of bits 6 to 15): the firmware"
                                    .formatted(policy.reserved())
                            + " refuses to start such a guest.");
        }
        SevCertificate pdh = host.platform().key().certificate();
        if (isOlder(pdh, policy)) {
            warnings.add(
                    "The policy asks for firmware API %d.%d at least, but the PDH is of API %d.%d: an older firmware refuses to start the guest."
                            .formatted(
                                    policy.apiMajor(),
                                    policy.apiMinor(),
                                    pdh.apiMajor(),
                                    pdh.apiMinor()));
        }
        if (pdh.signatures().isEmpty()) {
            warnings.add(
                    "The PDH carries no signature: a platform's is signed by its PEK, but a guest"
                            + " owner's certificate (GODH) looks like this one.");
        }
        if (isVerifiable(host.platform(), host.files())) {
            warnings.add(
                    "The platform's other certificates were given too, but are not looked at: give"
                            + " all by --sev and leave --unverified out, so that the chain is"
                            + " verified.");
        }
        return List.copyOf(warnings);
    }

    private static boolean isOlder(SevCertificate pdh, SevPolicy policy) {
        return 256 * pdh.apiMajor() + pdh.apiMinor() < 256 * policy.apiMajor() + policy.apiMinor();
    }

    private static boolean isVerifiable(SessionPlatform platform, PlatformFiles files) {
        return platform.root().isEmpty() && files.certificates().all().size() > 1;
    }
}
