package io.sevguest.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.cli.CommandRunner;
import io.sevguest.domain.Availability;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.HostFacts;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.launch.LaunchObstacles;
import io.sevguest.launch.LaunchTarget;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Severity;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.host.ProbeReport;
import io.sevguest.qemu.host.QemuCapabilities;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.OwnerSession;
import io.sevguest.state.session.SessionBook;
import io.sevguest.state.session.SessionFiles;
import io.sevguest.state.session.SessionRequest;
import io.sevguest.ui.guest.AnalysisInputs;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests that status bar, preview, edit, launch and launch parameters have the same findings for the
 * same document.
 */
class SameFindingsTest {
    @TempDir Path folder;

    private final CommandRunner runner = new CommandRunner();
    private String godh;
    private String session;

    /** Makes a session for policy 0x0005, with its keys next to the guest. */
    @BeforeEach
    void makeSession() throws Exception {
        var files = SessionFiles.of(folder, "vm");
        var order =
                new SessionRequest(
                        SessionPlatform.unverified(
                                "pdh", PlatformCertificates.of(List.of(SampleCertificates.pdh()))),
                        new SevPolicy(5),
                        GodhSignature.NONE,
                        "host",
                        files,
                        false);
        order.carryOut(new OwnerSession(new SecureRandom(), Clock.systemUTC()));
        godh = files.readGodh();
        session = files.readSession();
    }

    @ParameterizedTest
    @CsvSource({
        "GiB, 1, 0x0005, GODH, !!!, session-encoding",
        "GiB, 1, 0x0005, is no base64!, SESSION, dh-cert-encoding",
        "GiB, 1, 0x0005, GODH, AAAA, session-size",
        "GiB, 1, 0x0001, GODH, SESSION, session-other-policy",
        "GiB, 1, 0x0085, GODH, SESSION, policy-reserved-bits",
        "EiB, 1000000000000000000, 0x0005, GODH, SESSION, memory-unusable",
        "GiB, 1, 0x0005, GODH, SESSION, session-on-reboot-restart"
    })
    void allFacesFindTheSame(
            String unit, String memory, String policy, String dhCert, String blob, String expected)
            throws Exception {
        Path file =
                write(
                        unit,
                        memory,
                        policy,
                        dhCert.replace("GODH", godh),
                        blob.replace("SESSION", session));
        DomainXml domain = DomainFile.read(file).domain();
        QemuTarget target =
                LaunchTarget.unasked(QemuTarget.DEFAULT_PROGRAM, QemuTarget.USUAL_VERSION);
        GuestAnalysis window = window(domain, file, Machine.notAsked().withTarget(target));

        assertThat(window.findings()).extracting(Finding::id).contains(expected);
        assertThat(previewed(file)).containsExactlyInAnyOrderElementsOf(lines(window.findings()));
        List<Finding> errors =
                window.findings().stream().filter(it -> it.severity() == Severity.ERROR).toList();
        assertThat(lines(LaunchObstacles.of(window.plan().get(), sevHost(), window.readiness())))
                .containsAll(lines(errors));
        String edited = runner.run("edit", file, "-o", folder.resolve("out.xml")).err();
        String bundled =
                runner.run("bundle", file, "--session", folder, "-o", folder.resolve("out.zip"))
                        .err();
        for (Finding finding : window.findings()) {
            if (finding.severity() != Severity.INFO) {
                assertThat(edited).contains(finding.message());
            }
            if (finding.id().equals(expected) && finding.severity() == Severity.ERROR) {
                assertThat(bundled.contains(finding.message()) || isReplaced(finding))
                        .as(bundled)
                        .isTrue();
            }
        }
    }

    /**
     * Returns whether a finding is about a certificate or session, which launch parameters take
     * from the folder instead.
     */
    private static boolean isReplaced(Finding finding) {
        return finding.where().equals(LaunchSecurityFields.DH_CERT.id())
                || finding.where().equals(LaunchSecurityFields.SESSION.id());
    }

    /**
     * The features of this machine are unknown before it was probed, but the document can be
     * checked.
     */
    @Test
    void aWindowThatAskedNoQemuYetFindsWhatIsWrongWithTheDocument() throws Exception {
        Path file = write("EiB", "1000000000000000000", "0x0005", godh, session);
        GuestAnalysis window = window(DomainFile.read(file).domain(), file, Machine.notAsked());
        assertThat(window.findings()).extracting(Finding::id).contains("memory-unusable");
    }

    private Path write(String unit, String memory, String policy, String dhCert, String blob)
            throws Exception {
        return Files.writeString(
                folder.resolve("guest.xml"),
                """
                <domain type='kvm'>
                  <name>db</name>
                  <memory unit='%s'>%s</memory>
                  <os><type arch='x86_64' machine='q35'>hvm</type></os>
                  <launchSecurity type='sev'>
                    <policy>%s</policy>
                    <dhCert>%s</dhCert>
                    <session>%s</session>
                  </launchSecurity>
                </domain>
                """
                        .formatted(unit, memory, policy, dhCert, blob));
    }

    private GuestAnalysis window(DomainXml domain, Path file, Machine machine) throws Exception {
        SessionKnowledge known =
                SessionFindings.session(domain)
                        .map(
                                it ->
                                        new SessionBook(folder.resolve("state"))
                                                .knowledge(
                                                        it,
                                                        Optional.of(file),
                                                        LaunchSecurityFields.POLICY
                                                                .get()
                                                                .apply(domain)
                                                                .stream()
                                                                .toList()))
                        .orElse(SessionKnowledge.NONE);
        var inputs = new AnalysisInputs(domain, domain, Optional.of(file), machine, known);
        var derived = new CompletableFuture<GuestAnalysis>();
        SwingUtilities.invokeLater(
                () -> {
                    var derivation = new AnalysisRunner(() -> inputs);
                    derivation.addListener(derived::complete);
                    derivation.begin();
                });
        return derived.get(30, TimeUnit.SECONDS);
    }

    private List<String> previewed(Path file) {
        String json = runner.run("preview", file, "--as", "json", "--qemu-version", "7.2").out();
        return JsonMapper.shared()
                .readTree(json)
                .get("findings")
                .valueStream()
                .map(SameFindingsTest::line)
                .toList();
    }

    private static String line(JsonNode finding) {
        return finding.get("id").asString() + ": " + finding.get("message").asString();
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(it -> it.id() + ": " + it.message()).toList();
    }

    private static ProbeReport sevHost() {
        var properties =
                Set.of("policy", "cbitpos", "reduced-phys-bits", "dh-cert-file", "session-file");
        return new ProbeReport(
                new QemuCapabilities(
                        QemuTarget.DEFAULT_PROGRAM,
                        QemuTarget.USUAL_VERSION,
                        "7.2.22",
                        Set.of("q35"),
                        Map.of("sev-guest", properties),
                        Set.of("none")),
                new HostFacts(
                        Availability.PRESENT,
                        Availability.PRESENT,
                        Availability.PRESENT,
                        OptionalInt.of(51),
                        OptionalInt.of(1),
                        OptionalLong.empty()),
                List.of());
    }
}
