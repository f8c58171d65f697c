package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.cli.CommandRunner;
import io.sevguest.cli.output.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a guest with its own QEMU arguments is started only with permission. */
class LaunchCommandLineTest {
    @TempDir private Path folder;
    private final CommandRunner sevguest = new CommandRunner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<qemu:arg value='-monitor'/><qemu:arg value='tcp:0.0.0.0:4444'/>",
                "<qemu:env name='LD_PRELOAD' value='tcp:0.0.0.0:4444'/>"
            })
    void isRefusedWithoutLeave(String inner) throws Exception {
        var result = launch(inner);
        assertThat(result.status()).isEqualTo(ExitStatus.NO);
        assertThat(result.err())
                .contains(
                        "tcp:0.0.0.0:4444", "may open network connections", "--allow-commandline");
    }

    @Test
    void isNotAskedWhereThereIsNothing() throws Exception {
        assertThat(launch("").err()).doesNotContain("--allow-commandline");
    }

    @Test
    void withLeaveTheNextThingIsTheMachine() throws Exception {
        var result = launch("<qemu:arg value='-x'/>", "--allow-commandline");
        assertThat(result.status()).isEqualTo(ExitStatus.MACHINE);
        assertThat(result.err()).doesNotContain("--allow-commandline");
    }

    private CommandRunner.Result launch(String inner, Object... more) throws Exception {
        Path guest =
                Files.writeString(
                        folder.resolve("guest.xml"),
                        "<domain type='kvm'"
                                + " xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"
                                + "<name>a</name><memory unit='MiB'>64</memory><qemu:commandline>"
                                + inner
                                + "</qemu:commandline></domain>");
        Object[] usual = {"launch", guest, "--qemu", folder.resolve("no-qemu")};
        Object[] words = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, words, usual.length, more.length);
        return sevguest.run(words);
    }
}
