package io.sevguest.qemu.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.Availability;
import io.sevguest.domain.Finding;
import io.sevguest.domain.HostFacts;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.QemuVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {
    private static final QemuCapabilities QEMU =
            new QemuCapabilities(
                    "qemu-system-x86_64",
                    new QemuVersion(7, 2),
                    "7.2.22",
                    Set.of("q35"),
                    Map.of("sev-guest", Set.of("policy")),
                    Set.of("none"));
    private static final HostSurvey.QemuAnswers KVM_WORKS =
            new HostSurvey.QemuAnswers(true, OptionalInt.of(51), OptionalInt.of(1));

    @TempDir private Path root;
    private HostFiles host;

    @BeforeEach
    void emptyMachine() {
        host = new HostFiles(root);
    }

    @Test
    void findsNothingOnAMachineWithNothing() {
        assertThat(findings())
                .containsExactly(
                        "host-kvm", "host-processor-sev", "host-kernel-sev", "host-device-sev");
        assertThat(facts().sev().state()).isEqualTo(Availability.State.MISSING);
        assertThat(facts().sev().reason())
                .contains("/dev/kvm", "kvm_amd is not loaded", "/dev/sev");
    }

    @Test
    void findsAllOnAMachineWithAll() throws IOException {
        completeMachine();
        assertThat(findings()).isEmpty();
        assertThat(facts().sev()).isEqualTo(Availability.PRESENT);
        assertThat(facts().sevEs()).isEqualTo(Availability.PRESENT);
        assertThat(facts().cbitpos()).hasValue(51);
    }

    @Test
    void tellsAKernelParameterThatIsOff() throws IOException {
        completeMachine();
        write("sys/module/kvm_amd/parameters/sev_es", "N\n");
        assertThat(facts().sev().isPresent()).isTrue();
        assertThat(facts().sevEs().reason())
                .isEqualTo(
                        "SEV-ES is off in the kernel: /sys/module/kvm_amd/parameters/sev_es is N.");
        write("sys/module/kvm_amd/parameters/sev", "0\n");
        assertThat(findings()).containsExactly("host-kernel-sev");
    }

    @Test
    void tellsWhenQemuCannotUseKvm() throws IOException {
        completeMachine();
        var told = new HostSurvey.QemuAnswers(false, OptionalInt.empty(), OptionalInt.empty());
        HostFacts facts = new HostSurvey(host).facts(told, List.of("failed to initialize kvm"));
        assertThat(facts.kvm().reason()).contains("failed to initialize kvm");
    }

    @Test
    void readsTheMemoryLockLimit() throws IOException {
        write(
                "proc/self/limits",
                "Max locked memory         8388608              8388608    bytes\n");
        write("proc/self/status", "Name:\tjava\nCapEff:\t0000000000000000\n");
        assertThat(host.memoryLockBytes()).isEqualTo(OptionalLong.of(8_388_608));
        write("proc/self/status", "Name:\tjava\nCapEff:\t000001ffffffffff\n");
        assertThat(host.memoryLockBytes()).isEmpty();
        write("proc/self/limits", "Max locked memory         unlimited     unlimited    bytes\n");
        write("proc/self/status", "Name:\tjava\nCapEff:\t0000000000000000\n");
        assertThat(host.memoryLockBytes()).isEmpty();
    }

    @Test
    void theProcessorTellsTheBitsThatQemuDoesNot() throws IOException {
        var silent = new HostSurvey.QemuAnswers(true, OptionalInt.empty(), OptionalInt.empty());
        for (Map.Entry<EpycGeneration, String> known :
                Map.of(
                                EpycGeneration.NAPLES, "23/1",
                                EpycGeneration.ROME, "23/49",
                                EpycGeneration.MILAN, "25/1",
                                EpycGeneration.GENOA, "25/17",
                                EpycGeneration.TURIN, "26/2")
                        .entrySet()) {
            String[] numbers = known.getValue().split("/", -1);
            processor(numbers[0], numbers[1], "fpu svm sev");
            HostFacts facts = new HostSurvey(host).facts(silent, List.of());
            assertThat(host.platform()).contains(known.getKey());
            assertThat(facts.cbitpos()).hasValue(known.getKey().cbitpos());
            assertThat(facts.reducedPhysBits()).hasValue(1);
        }
        processor("25", "1", "fpu svm");
        assertThat(new HostSurvey(host).facts(silent, List.of()).cbitpos()).isEmpty();
        processor("6", "85", "fpu sev");
        assertThat(host.platform()).isEmpty();
    }

    private void processor(String family, String model, String flags) throws IOException {
        write(
                "proc/cpuinfo",
                "vendor_id\t: AuthenticAMD\ncpu family\t: %s\nmodel\t\t: %s\nflags\t\t: %s\n"
                        .formatted(family, model, flags));
    }

    private void completeMachine() throws IOException {
        write("dev/kvm", "");
        write("dev/sev", "");
        write("proc/cpuinfo", "flags\t\t: fpu svm sev sev_es\n");
        write("sys/module/kvm_amd/parameters/sev", "Y\n");
        write("sys/module/kvm_amd/parameters/sev_es", "1\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private HostFacts facts() {
        return new HostSurvey(host).facts(KVM_WORKS, List.of());
    }

    private List<String> findings() {
        return new HostSurvey(host).findings(facts(), QEMU).stream().map(Finding::id).toList();
    }
}
