package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.FirmwareDescriptor;
import io.sevguest.qemu.ObjectNotation;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.StartMode;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests whole commands with their omissions, line by line. */
class QemuCommandGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/qemu");

    private static final FirmwareDescriptor OVMF =
            new FirmwareDescriptor(
                    "60-edk2.json",
                    "",
                    Set.of("uefi"),
                    new FirmwareDescriptor.Flash(
                            FirmwareDescriptor.FlashMode.SPLIT,
                            new FirmwareDescriptor.Image("/fw/code.fd", "raw"),
                            Optional.of(new FirmwareDescriptor.Image("/fw/vars.fd", "raw"))),
                    List.of(new FirmwareDescriptor.Target("x86_64", List.of("pc-*"))),
                    Set.of("amd-sev"));

    private static QemuTarget target(String version) {
        return QemuTarget.of("qemu-system-x86_64", QemuVersion.parse(version).orElseThrow())
                .withFirmware(List.of(OVMF));
    }

    /** The targets by their names in the golden files. */
    private static final Map<String, QemuTarget> WAYS =
            Map.of(
                    "kvm-7.2", target("7.2"),
                    "kvm-2.12", target("2.12"),
                    "json-10.0", target("10.0").withNotation(ObjectNotation.JSON),
                    "tcg-7.2-plain",
                            target("7.2")
                                    .withMode(
                                            new StartMode(
                                                    Accelerator.TCG, false, true, Display.WINDOW)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sev kvm-7.2",
                "sev kvm-2.12",
                "sev json-10.0",
                "sev tcg-7.2-plain",
                "stateless-direct kvm-7.2",
                "stateless-direct tcg-7.2-plain",
                "bios-pc tcg-7.2-plain",
                "bios-pc kvm-7.2",
                "devices-q35 kvm-7.2",
                "devices-q35 tcg-7.2-plain"
            })
    void theCommandIsAsItWas(String name) throws IOException, ProblemException {
        String[] parts = name.split(" ", -1);
        Path xml = FOLDER.resolve(parts[0] + ".xml");
        DomainXml domain = DomainXml.parse(xml.toString(), Bytes.of(Files.readAllBytes(xml)));
        boolean keep = parts[1].equals("json-10.0");
        var files =
                new LaunchFiles(
                        GuestUuid.of(domain, Path.of("/guests/" + parts[0] + ".xml")),
                        Path.of("/run/user/1000/sevguest/guest"),
                        keep);
        compare(
                FOLDER.resolve(parts[0] + "." + parts[1] + ".args"),
                text(CommandWriter.of(domain, WAYS.get(parts[1]), files)));
    }

    private static String text(QemuCommand command) {
        var text = new StringBuilder(command.toShellLines()).append("\n\nomitted:\n");
        command.omitted().forEach(it -> text.append(it.toText()).append('\n'));
        text.append("\nassumed:\n");
        command.assumed().forEach(it -> text.append(it.toText()).append('\n'));
        text.append("\nfindings:\n");
        command.findings()
                .forEach(
                        it ->
                                text.append(it.id() + " " + it.severity() + " " + it.where() + " ")
                                        .append(it.xpath() + ":" + it.line() + " " + it.message())
                                        .append('\n'));
        return text.toString();
    }

    private static void compare(Path golden, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }
        if (!Files.exists(golden)) {
            fail("There is no golden file " + golden + "; write it by -Dgolden.write=true.");
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
