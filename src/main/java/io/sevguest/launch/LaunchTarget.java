package io.sevguest.launch;

import io.sevguest.qemu.FirmwareDescriptors;
import io.sevguest.qemu.ProbeReport;
import io.sevguest.qemu.QemuTarget;

/** The QEMU and machine of a probe as the target of a command. */
public final class LaunchTarget {
    private LaunchTarget() {}

    /** Reads this machine's firmware descriptors too. */
    public static QemuTarget of(ProbeReport report) {
        return QemuTarget.of(report.qemu().program(), report.qemu().version())
                .withMachines(report.qemu().machines())
                .withHost(report.host())
                .withFirmware(
                        FirmwareDescriptors.load(FirmwareDescriptors.directories(System.getenv()))
                                .descriptors());
    }
}
