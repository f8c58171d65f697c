package io.sevguest.launch;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.policy.PolicyConsequence;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.StartMode;
import io.sevguest.qemu.command.GuestUuid;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.ShellWord;
import io.sevguest.qemu.command.writer.CommandWriter;
import io.sevguest.qemu.firmware.FirmwareDescriptors;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.readiness.Readiness;
import io.sevguest.readiness.ReadinessReport;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.SessionNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes launch parameters of a domain that has certificate and session. Pure. */
public final class LaunchBundleWriter {
    private final DomainXml domain;
    private final SevPolicy policy;
    private final SessionKnowledge known;
    private final StringBuilder text = new StringBuilder();

    private LaunchBundleWriter(DomainXml domain, SevPolicy policy, SessionKnowledge known) {
        this.domain = domain;
        this.policy = policy;
        this.known = known;
    }

    /**
     * Makes the bundle.
     *
     * @param known of the session in the domain
     * @throws ProblemException if the domain lacks policy, certificate or session, one of them has
     *     an error with which no host can start the guest, or the session was made for another
     *     policy
     */
    public static LaunchBundle of(DomainXml domain, SessionKnowledge known)
            throws ProblemException {
        LaunchSecurity security = LaunchSecurity.of(domain);
        if (!(security instanceof LaunchSecurity.Sev sev)
                || sev.policy().value().isEmpty()
                || sev.dhCert().isEmpty()
                || SessionFindings.session(domain).isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "Launch parameters are made of a SEV guest with a policy, a guest"
                                    + " owner's certificate and a session.",
                            LaunchSecurityFields.SESSION.id(),
                            "Make a session for the guest first."));
        }
        refuseErrors(domain, known);
        var making = new LaunchBundleWriter(domain, sev.policy().value().get(), known);
        return new LaunchBundle(
                domain.toBytes(),
                line(sev.dhCert()),
                line(sev.session()),
                Bytes.of(making.instructions().getBytes(StandardCharsets.UTF_8)));
    }

    private static void refuseErrors(DomainXml domain, SessionKnowledge known)
            throws ProblemException {
        ReadinessReport readiness = Readiness.of(GuestEvidence.ofDocument(domain, known));
        Optional<Finding> found =
                Stream.concat(
                                readiness.securityErrors().stream(),
                                readiness.findings().stream()
                                        .filter(it -> it.id().equals(SessionFindings.OTHER_POLICY)))
                        .findFirst();
        if (found.isPresent()) {
            Finding finding = found.get();
            throw new ProblemException(
                    new Problem(finding.message(), finding.where(), finding.fix()));
        }
    }

    private static Bytes line(String base64) {
        return Bytes.of(XmlSpace.removedFrom(base64).getBytes(StandardCharsets.US_ASCII));
    }

    private String instructions() {
        String name = ShellWord.quote(domain.textAt("name"));
        say("Launch parameters of the guest " + name + ".");
        say("They contain no key. Check that they arrived unchanged: sha256sum -c SHA256SUMS");
        policy();
        known.note().ifPresent(this::platform);
        say("");
        say("With libvirt, on the host; the guest owner answers the measurement before it runs:");
        say("  virsh define " + LaunchBundle.XML);
        say("  virsh start --paused " + name);
        say("  virsh domlaunchsecinfo " + name);
        say("  virsh resume " + name);
        say("");
        say("With QEMU, in the folder of these files; it waits before its first instruction:");
        command();
        return text.toString();
    }

    private void policy() {
        say("");
        say("Policy " + policy.toHex() + " = " + policy.toDecimal() + ":");
        for (SevPolicy.Flag flag : policy.flags()) {
            say("  " + flag + ": " + flag.sentence());
        }
        PolicyConsequence.of(policy).forEach(follows -> say("  " + follows.sentence()));
    }

    private void platform(SessionNote note) {
        say("");
        say(
                "The session is valid for one platform: the host whose PDH certificate has"
                        + " the SHA-256");
        say("  " + note.pdh().toHex());
    }

    /** File names alone, so that the command holds wherever the bundle is unpacked. */
    private void command() {
        var files = new LaunchFiles(GuestUuid.ofUnsaved(domain), Path.of(""), true);
        QemuTarget target = QemuTarget.usual().withMode(StartMode.USUAL.withPaused(true));
        QemuCommand command = CommandWriter.of(domain, target, files);
        say("  " + command.toShellLines());
        command.findings().forEach(it -> say("  To fix: " + toMend(it)));
        command.assumed().forEach(it -> say("  Assumed: " + it.toText()));
        command.omitted().forEach(it -> say("  Not carried over: " + it.toText()));
    }

    /**
     * Returns how to fix a finding; the guest owner's machine does not know the firmware of the
     * host.
     */
    private static String toMend(Finding finding) {
        return finding.id().equals(FirmwareDescriptors.NOT_FOUND)
                ? "The guest uses UEFI, which libvirt finds on the host by itself. For"
                        + " QEMU, add the"
                        + " host's image: -drive if=pflash,unit=0,format=raw,readonly=on,file=IMAGE"
                : finding.message() + " " + finding.fix();
    }

    private void say(String words) {
        text.append(words).append('\n');
    }
}
