package io.sevguest.qemu;

import io.sevguest.qemu.firmware.FirmwareDescriptors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The QEMU of this machine, as a target for tests: TCG, paused, not encrypted. */
public final class InstalledQemu {
    private InstalledQemu() {}

    public static QemuTarget target(Path qemu) throws IOException {
        String version = output(qemu.toString(), "--version");
        Set<String> machines =
                output(qemu.toString(), "-machine", "help")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(" ", -1)[0])
                        .collect(Collectors.toSet());
        StartMode mode =
                StartMode.USUAL
                        .withAccelerator(Accelerator.TCG)
                        .withEncrypted(false)
                        .withPaused(true);
        return QemuTarget.of(
                        qemu.toString(),
                        QemuVersion.parse(
                                        version.lines()
                                                .findFirst()
                                                .orElseThrow()
                                                .split("version ", -1)[1])
                                .orElseThrow())
                .withMachines(machines)
                .withFirmware(
                        FirmwareDescriptors.load(FirmwareDescriptors.directories(System.getenv()))
                                .descriptors())
                .withMode(mode);
    }

    /** Returns whether a QEMU has a device, which may be in a module that is not installed. */
    static boolean hasDevice(String qemu, String device) throws IOException {
        return output(qemu, "-device", "help").contains("name \"" + device + "\"");
    }

    static String output(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
