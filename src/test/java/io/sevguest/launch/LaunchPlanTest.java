package io.sevguest.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.Accelerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchPlanTest {
    private static final Path RUNTIME = Path.of("/run/user/1000/sevguest");
    private static final LaunchChoices NOT_ENCRYPTED = LaunchChoices.USUAL.withEncrypted(false);

    @Test
    void aSevGuestRunsUnderKvmAlone() throws ProblemException {
        LaunchPlan plan = plan(Guests.sev("<policy>0x0007</policy>"), LaunchChoices.USUAL);
        assertThat(plan.target().mode().accelerator()).isEqualTo(Accelerator.KVM);
        assertThat(plan.isEncrypted()).isTrue();
        assertThat(plan.hasEncryptedState()).isTrue();
        assertThat(plan.title()).isEqualTo("small – encrypted, KVM");
    }

    @Test
    void theSameGuestNotEncryptedSaysSoAndHasNoSevObject() throws ProblemException {
        LaunchPlan plan = plan(Guests.sev("<policy>0x0007</policy>"), NOT_ENCRYPTED);
        assertThat(plan.title()).isEqualTo("small – not encrypted, TCG");
        assertThat(plan.hasEncryptedState()).isFalse();
        assertThat(plan.command().toArgs()).noneMatch(word -> word.contains("sev-guest"));
    }

    @Test
    void blobsAreOneLineOfBase64() throws ProblemException {
        DomainXml domain = Guests.sev("<policy>0x0003</policy><dhCert>\nQUJD\nREVG\n</dhCert>");
        PlannedFile file = planned(plan(domain, LaunchChoices.USUAL), "dh_cert.base64");
        assertThat(file.content()).isEqualTo("QUJDREVG");
        assertThat(file.size()).isEqualTo(OptionalLong.of(8));
        assertThat(file.mode()).isEqualTo("0600");
        assertThat(plan(domain, NOT_ENCRYPTED).planned())
                .noneMatch(it -> it.path().endsWith("dh_cert.base64"));
    }

    @Test
    void disksGetThrowawayOverlaysUnlessChangesAreKept() throws ProblemException {
        DomainXml domain = Guests.withDisk(Path.of("/images/a,b.qcow2"), "qcow2");
        PlannedFile overlay = planned(plan(domain, NOT_ENCRYPTED), "disk-vda.qcow2");
        assertThat(overlay.creation())
                .isEqualTo(new PlannedFile.Overlay("/images/a,b.qcow2", "qcow2"));
        assertThat(plan(domain, NOT_ENCRYPTED.withKeepChanges(true)).planned())
                .noneMatch(it -> it.creation() instanceof PlannedFile.Overlay);
    }

    @Test
    void nvramIsCopiedUnlessChangesAreKept() throws ProblemException {
        DomainXml domain =
                Guests.of(
                        "<loader readonly='yes' type='pflash'>/fw/CODE.fd</loader>"
                                + "<nvram template='/fw/VARS.fd'>/var/small.fd</nvram>",
                        "",
                        "");
        assertThat(planned(plan(domain, NOT_ENCRYPTED), "nvram.fd").creation())
                .isEqualTo(new PlannedFile.Copy("/var/small.fd", "/fw/VARS.fd"));
        assertThat(
                        planned(plan(domain, NOT_ENCRYPTED.withKeepChanges(true)), "small.fd")
                                .creation())
                .isEqualTo(new PlannedFile.FirstCopy("/fw/VARS.fd"));
    }

    @Test
    void allSocketsAreInTheGuestsOwnDirectory() throws ProblemException {
        LaunchPlan plan =
                plan(Guests.of("", "<graphics type='vnc' port='5901'/>", ""), LaunchChoices.USUAL);
        assertThat(plan.hasScreenSocket()).isTrue();
        assertThat(plan(Guests.plain(), LaunchChoices.USUAL).hasScreenSocket()).isFalse();
        assertThat(plan.planned())
                .allSatisfy(it -> assertThat(it.path()).hasParentRaw(RUNTIME.resolve(Guests.UUID)));
        assertThat(plan.planned().stream().map(it -> it.path().getFileName().toString()))
                .contains("qmp.sock", "serial.sock", "vnc.sock", "lock", "qemu.log");
        assertThat(plan.command().toArgs()).noneMatch(word -> word.contains("tcp"));
    }

    @Test
    void theRuntimeDirectoryFallsBackToTheTemporaryOne(@TempDir Path runtime) throws Exception {
        Path temporary = Path.of("/tmp");
        assertThat(RuntimeDirectory.of(variable(runtime.toString()), temporary, "ann").path())
                .isEqualTo(runtime.resolve("sevguest"));
        List<String> unusable =
                List.of(
                        "",
                        "relative",
                        "/no/such",
                        Files.createFile(runtime.resolve("f")).toString());
        for (String value : unusable) {
            assertThat(RuntimeDirectory.of(variable(value), temporary, "ann").path())
                    .isEqualTo(Path.of("/tmp/sevguest-ann"));
        }
        assertThat(RuntimeDirectory.of(Map.of(), temporary, "ann").path())
                .isEqualTo(Path.of("/tmp/sevguest-ann"));
    }

    /** This happens after su, when the variable still names the directory of the other user. */
    @Test
    void aRuntimeDirectoryThatMayNotBeWrittenIsNotUsed(@TempDir Path runtime) throws Exception {
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("r-x------"));
        boolean isRoot = Files.isWritable(runtime);
        assertThat(RuntimeDirectory.of(variable(runtime.toString()), Path.of("/tmp"), "ann").path())
                .isEqualTo(isRoot ? runtime.resolve("sevguest") : Path.of("/tmp/sevguest-ann"));
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
    }

    private static Map<String, String> variable(String value) {
        return Map.of("XDG_RUNTIME_DIR", value);
    }

    private static LaunchPlan plan(DomainXml domain, LaunchChoices choices) {
        return Guests.plan(domain, RUNTIME, choices);
    }

    private static PlannedFile planned(LaunchPlan plan, String name) {
        return plan.planned().stream()
                .filter(it -> it.path().endsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
