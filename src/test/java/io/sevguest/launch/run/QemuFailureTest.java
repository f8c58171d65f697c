package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.process.ProcessExit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QemuFailureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Assertion `machine->cgs->ready' failed.| SEV requires KVM",
                "accelerator does not support confidential guest sev-guest| SEV requires KVM",
                "-device qxl-vga: 'qxl-vga' is not a valid device model name| does not"
                        + " support a device",
                "Failed to get \"write\" lock| has locked it",
                "Failed to get shared \"write\" lock| has locked it",
                "file=/a.qcow2: Image is not in qcow2 format| not in the format",
                "Could not access KVM kernel module: Permission denied| KVM is not usable",
                "Could not set up host forwarding rule 'tcp::80-:80'| A port on this machine",
                "Failed to bind socket to /x: Address already in use| is already in use",
                "sev_kvm_init: failed to initialize ret=-25 fw_error=0 ''| an encrypted guest",
                "Could not open '/no': No such file or directory| /no, needed by the guest,"
                        + " cannot be opened",
                "gtk initialization failed| there is no display",
                "unsupported machine type| does not support the machine type"
            })
    void saysWhatQemusWordsMean(String words, String meaning) {
        var problem = QemuFailure.explain(new ProcessExit(1), List.of(words));
        assertThat(problem.what()).contains(meaning.strip()).contains(words);
        assertThat(problem.fix()).endsWith(".");
    }

    @Test
    void saysWhichSignalEndedIt() {
        assertThat(QemuFailure.explain(new ProcessExit(139), List.of()).what())
                .isEqualTo("QEMU was ended by signal 11 (SIGSEGV, bad memory access).");
    }

    @Test
    void whatWasKilledMayHaveTakenTooMuchMemory() {
        var killed = QemuFailure.explain(new ProcessExit(137), List.of());
        assertThat(killed.what()).isEqualTo("QEMU was ended by signal 9 (SIGKILL, killed).");
        assertThat(killed.fix()).contains("ran out of memory").doesNotContain("error in QEMU");
    }
}
