package io.sevguest.recognition.session;

import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.PlatformFiles;
import java.util.ArrayList;
import java.util.List;

/** The warnings about a session that is made nevertheless. */
public final class SessionWarnings {
    private SessionWarnings() {}

    /**
     * Full sentences; none if there is nothing to say.
     *
     * @param policy for which the session is made
     * @param files the platform's certificates
     */
    public static List<String> of(SevPolicy policy, PlatformFiles files) {
        List<String> warnings = new ArrayList<>(files.allRemarks());
        if (policy.reserved() != 0) {
            warnings.add(
                    "Reserved bits are set in the policy (0x%04x of bits 6 to 15): the firmware"
                                    .formatted(policy.reserved())
                            + " refuses to start such a guest.");
        }
        files.certificates().pdh().ifPresent(pdh -> check(policy, pdh, warnings));
        return List.copyOf(warnings);
    }

    private static void check(SevPolicy policy, SevCertificate pdh, List<String> warnings) {
        if (isOlder(pdh, policy)) {
            warnings.add(
                    ("The policy requires at least firmware API %d.%d, but the PDH has API %d.%d."
                                    + " Older firmware refuses to start the guest.")
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
    }

    private static boolean isOlder(SevCertificate pdh, SevPolicy policy) {
        return 256 * pdh.apiMajor() + pdh.apiMinor() < 256 * policy.apiMajor() + policy.apiMinor();
    }
}
