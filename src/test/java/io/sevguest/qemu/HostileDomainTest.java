package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuArgument;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that values in a guest's XML never become another file, a connection or an option. */
class HostileDomainTest {
    private static final List<String> PROTOCOLS =
            List.of(
                    "nbd:unix:/tmp/x",
                    "nbd://127.0.0.1:1/x",
                    "http://127.0.0.1/x",
                    "ssh://127.0.0.1/x",
                    "fat:rw:/etc",
                    "file:x",
                    "json:{\"driver\":\"nbd\",\"host\":\"127.0.0.1\"}");

    private static final List<String> PLACES =
            List.of(
                    "<os><type>hvm</type><loader>%s</loader></os>",
                    "<os><type>hvm</type><loader type='pflash' readonly='yes'>%s</loader></os>",
                    "<os><type>hvm</type><loader type='pflash'>%s</loader></os>",
                    "<os><type>hvm</type><loader type='pflash' readonly='yes'>/x</loader>"
                            + "<nvram>%s</nvram></os>",
                    "<os><type>hvm</type><kernel>%s</kernel></os>",
                    "<os><type>hvm</type><kernel>/x</kernel><initrd>%s</initrd></os>",
                    "<os><type>hvm</type><kernel>/x</kernel><dtb>%s</dtb></os>",
                    "<os><type>hvm</type><acpi><table type='slic'>%s</table></acpi></os>",
                    "<devices><interface type='user'><model type='e1000'/>"
                            + "<rom file='%s'/></interface></devices>",
                    "<devices><rng model='virtio'><backend model='random'>%s</backend></rng>"
                            + "</devices>",
                    "<devices><disk type='file'><source file='%s'/><target dev='vda'/></disk>"
                            + "</devices>",
                    "<devices><disk type='block' device='cdrom'><source dev='%s'/>"
                            + "<target dev='sda' bus='sata'/></disk></devices>",
                    "<devices><disk type='file' device='floppy'><source file='%s'/>"
                            + "<target dev='fda' bus='fdc'/></disk></devices>");

    static Stream<List<String>> places() {
        return PLACES.stream().flatMap(it -> PROTOCOLS.stream().map(path -> List.of(it, path)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void noPathIsReadAsAProtocol(List<String> place) {
        String path = place.get(1).replace("&", "&amp;").replace("\"", "&quot;");
        for (boolean keep : new boolean[] {true, false}) {
            QemuCommand command = command(place.get(0).formatted(path), keep);
            for (QemuArgument argument : command.arguments()) {
                boolean explicit = argument.option().equals("-blockdev");
                String value = argument.value().replace(",,", ",");
                int at = value.indexOf(place.get(1));
                assertThat(at < 0 || explicit || value.startsWith("./", at - 2))
                        .as(argument.toShell())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "-S", "-Sbash -c \"id\" x", "1A", "A B", "A-B", "Ä"})
    void aVariableThatIsNoNameIsLeftOut(String name) {
        String escaped = name.replace("\"", "&quot;");
        QemuCommand command =
                command(commandLine("<qemu:env name=\"" + escaped + "\" value='x'/>"), true);
        assertThat(command.environment()).isEmpty();
        assertThat(command.toShell()).startsWith("qemu-system-x86_64 ");
        assertThat(command.findings()).anyMatch(it -> it.id().equals("qemu-env-name-unusable"));
    }

    @Test
    void aVariableWithANameIsSet() {
        QemuCommand command = command(commandLine("<qemu:env name='_A1' value='-x y'/>"), true);
        assertThat(command.environment()).containsEntry("_A1", "-x y");
        assertThat(command.toShell()).startsWith("env '_A1=-x y' qemu-system-x86_64 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vvfat", "nbd", "ssh", "raw,file=/etc/passwd", "Raw"})
    void aFirmwareFormatIsRawOrQcow2(String format) {
        QemuCommand command =
                command(
                        "<os><type>hvm</type><loader type='pflash' readonly='yes' format='"
                                + format
                                + "'>/x</loader><nvram format='"
                                + format
                                + "'>/y</nvram></os>",
                        true);
        assertThat(command.toArgs()).filteredOn(it -> it.contains("if=pflash")).hasSize(2);
        assertThat(command.toArgs())
                .filteredOn(it -> it.contains("if=pflash"))
                .allMatch(it -> it.contains(",format=raw,"));
        assertThat(command.findings()).anyMatch(it -> it.id().equals("firmware-format-unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kernel=/etc/passwd", "q35,kernel=/x", "q 35", "q35\u00a0", "?", "q35;x"})
    void aMachineIsAName(String machine) {
        QemuCommand command = command("<os><type machine='" + machine + "'>hvm</type></os>", true);
        assertThat(value(command, "-machine")).startsWith("pc,");
        assertThat(command.findings()).anyMatch(it -> it.id().equals("machine-name-unusable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPYC,+svm", "a=b", "?", "EPYC Milan", "help\n", "Ä"})
    void aProcessorModelIsAName(String model) {
        QemuCommand command =
                command("<cpu mode='custom'><model>" + model + "</model></cpu>", true);
        assertThat(command.toArgs()).doesNotContain("-cpu");
        assertThat(command.findings()).anyMatch(it -> it.id().equals("cpu-model-name-unusable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br0 --x", "-x", "a/b", "0123456789abcdef"})
    void aBridgeIsTheNameOfAnInterface(String bridge) {
        QemuCommand command =
                command(
                        "<devices><interface type='bridge'><source bridge='"
                                + bridge
                                + "'/><model type='virtio'/></interface></devices>",
                        true);
        assertThat(value(command, "-netdev")).isEqualTo("user,id=hostnet0");
    }

    @Test
    void noSecretOfAnArgumentIsLogged() {
        QemuCommand command =
                command(
                        "<os><type>hvm</type><kernel>/k</kernel><cmdline>pw=hunter2</cmdline></os>"
                                + commandLine(
                                        "<qemu:arg value='-object'/>"
                                                + "<qemu:arg value='secret,id=s,data=hunter2'/>"
                                                + "<qemu:env name='A' value='hunter2'/>"),
                        true);
        assertThat(String.join(" ", command.toArgs())).contains("data=hunter2", "pw=hunter2");
        assertThat(command.toLog())
                .contains("-kernel", "/k")
                .noneMatch(it -> it.contains("hunter2"));
    }

    private static String value(QemuCommand command, String option) {
        return command.arguments().stream()
                .filter(it -> it.option().equals(option))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String commandLine(String inner) {
        return "<qemu:commandline>" + inner + "</qemu:commandline>";
    }

    private static QemuCommand command(String inner, boolean keepChanges) {
        return CommandWriter.of(
                Domains.of(
                        "<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"
                                + "<name>a</name><memory unit='MiB'>64</memory>"
                                + inner
                                + "</domain>"),
                QemuTarget.of("qemu-system-x86_64", new QemuVersion(7, 2)),
                new LaunchFiles(
                        "c7a5fdbd-edaf-9455-926a-d65c16db1809", Path.of("/run/x"), keepChanges));
    }
}
