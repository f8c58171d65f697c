package io.sevguest.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.Availability;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.HostFacts;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.host.ProbeReport;
import io.sevguest.qemu.host.QemuCapabilities;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.readiness.Readiness;
import io.sevguest.recognition.session.SessionKnowledge;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaunchObstaclesTest {
    private static final LaunchChoices USUAL = LaunchChoices.USUAL;
    private static final Set<String> PROPERTIES =
            Set.of("policy", "cbitpos", "reduced-phys-bits", "dh-cert-file", "session-file");

    @Test
    void aMachineWithSevHasNone() throws ProblemException {
        assertThat(obstacles(Guests.sev("<policy>0x0003</policy>"), USUAL, report(unlimited())))
                .isEmpty();
    }

    @Test
    void tellsAPropertyThatThisQemuDoesNotKnow() throws ProblemException {
        DomainXml domain =
                Guests.of(
                        "",
                        "",
                        "<launchSecurity type='sev' kernelHashes='yes'><policy>0x0003</policy>"
                                + "</launchSecurity>");
        assertThat(obstacles(domain, USUAL, report(unlimited())))
                .containsExactly("qemu-property-unknown");
    }

    @Test
    void tellsALockLimitBelowTheGuestsMemory() throws ProblemException {
        DomainXml domain = Guests.sev("<policy>0x0003</policy>");
        assertThat(obstacles(domain, USUAL, report(OptionalLong.of(8 << 20))))
                .containsExactly("host-memory-lock");
        assertThat(obstacles(domain, USUAL, report(OptionalLong.of(384L << 20)))).isEmpty();
    }

    @Test
    void tellsThatThisQemuHasNoWindow() throws ProblemException {
        assertThat(
                        obstacles(
                                Guests.plain(),
                                USUAL.withDisplay(Display.WINDOW),
                                report(unlimited())))
                .contains("qemu-without-window");
    }

    @Test
    void tellsThatSevNeedsKvm() throws ProblemException {
        DomainXml domain = Guests.sev("<policy>0x0003</policy>");
        assertThat(obstacles(domain, USUAL.withAcceleration(Acceleration.TCG), report(unlimited())))
                .containsExactly("encrypted-without-kvm");
    }

    @Test
    void aGuestNotEncryptedNeedsNothing() throws ProblemException {
        DomainXml domain = Guests.sev("<policy>0x0003</policy>");
        ProbeReport bare =
                new ProbeReport(report(unlimited()).qemu(), HostFacts.UNKNOWN, List.of());
        assertThat(obstacles(domain, USUAL.withEncrypted(false), bare)).isEmpty();
        assertThat(
                        obstacles(
                                domain,
                                USUAL.withEncrypted(false).withAcceleration(Acceleration.KVM),
                                bare))
                .containsExactly("host-kvm");
    }

    @Test
    void anOldSpellingIsNotStartedWithoutItsSecurityInSilence() throws ProblemException {
        DomainXml domain =
                Guests.of(
                        "", "", "<launch-security type='sev'><policy>1</policy></launch-security>");
        assertThat(obstacles(domain, USUAL, report(unlimited())))
                .containsExactly("launch-security-legacy");
    }

    @Test
    void allObstaclesStandInOneProblem() throws ProblemException {
        LaunchPlan plan = plan(Guests.sev("<policy>0x0003</policy>"), USUAL);
        List<Finding> obstacles = obstacles(plan, report(OptionalLong.of(1)));
        assertThat(LaunchObstacles.problem(plan, obstacles).toText())
                .startsWith("The guest cannot be started encrypted on this machine:")
                .contains("memory of an encrypted guest is locked")
                .endsWith("Fix each of these, or start the guest without encryption.");
        assertThat(LaunchObstacles.areOfTheMachine(obstacles)).isTrue();
    }

    @Test
    void anErrorOfTheDocumentIsNotTheMachines() throws ProblemException {
        LaunchPlan plan = plan(Guests.sev("<policy>0x0083</policy>"), USUAL);
        List<Finding> obstacles = obstacles(plan, report(OptionalLong.of(1)));
        assertThat(obstacles)
                .extracting(Finding::id)
                .containsExactly("policy-reserved-bits", "host-memory-lock");
        assertThat(LaunchObstacles.areOfTheMachine(obstacles)).isFalse();
        assertThat(obstacles(plan.domain(), USUAL.withEncrypted(false), report(OptionalLong.of(1))))
                .isEmpty();
    }

    private static OptionalLong unlimited() {
        return OptionalLong.empty();
    }

    private static ProbeReport report(OptionalLong memoryLock) {
        var qemu =
                new QemuCapabilities(
                        "qemu-system-x86_64",
                        new QemuVersion(7, 2),
                        "7.2.22",
                        Set.of("q35"),
                        Map.of("sev-guest", PROPERTIES),
                        Set.of("none"));
        var host =
                new HostFacts(
                        Availability.PRESENT,
                        Availability.PRESENT,
                        Availability.PRESENT,
                        OptionalInt.of(51),
                        OptionalInt.of(1),
                        memoryLock);
        return new ProbeReport(qemu, host, List.of());
    }

    private static LaunchPlan plan(DomainXml domain, LaunchChoices choices) {
        return Guests.plan(domain, Path.of("/run/sevguest"), choices);
    }

    private static List<String> obstacles(
            DomainXml domain, LaunchChoices choices, ProbeReport report) {
        return obstacles(plan(domain, choices), report).stream().map(Finding::id).toList();
    }

    private static List<Finding> obstacles(LaunchPlan plan, ProbeReport report) {
        return obstacles(plan, report, SessionKnowledge.NONE);
    }

    private static List<Finding> obstacles(
            LaunchPlan plan, ProbeReport report, SessionKnowledge known) {
        GuestEvidence guest =
                GuestEvidence.ofDocument(plan.domain(), known).withCommand(plan.command());
        return LaunchObstacles.of(plan, report, Readiness.of(guest));
    }
}
