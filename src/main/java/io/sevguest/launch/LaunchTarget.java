package io.sevguest.launch;

import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.firmware.FirmwareDescriptors;
import io.sevguest.qemu.host.PassiveHostSurvey;
import io.sevguest.qemu.host.ProbeReport;
import java.lang.System.Logger.Level;

/** A QEMU and this machine as the target of a command. */
public final class LaunchTarget {
    private static final System.Logger LOG = System.getLogger(LaunchTarget.class.getName());

    private LaunchTarget() {}

    /** Returns the target that a probe found. Reads this machine's firmware descriptors too. */
    public static QemuTarget of(ProbeReport report) {
        return withFirmware(report.qemu().program(), report.qemu().version())
                .withMachines(report.qemu().machines())
                .withHost(report.host());
    }

    /** Returns the target as the files of this machine describe it; starts no process. */
    public static QemuTarget unasked(String program, QemuVersion version) {
        return withFirmware(program, version).withHost(PassiveHostSurvey.facts());
    }

    private static QemuTarget withFirmware(String program, QemuVersion version) {
        FirmwareDescriptors firmware =
                FirmwareDescriptors.load(FirmwareDescriptors.directories(System.getenv()));
        firmware.problems().forEach(problem -> LOG.log(Level.WARNING, problem.toText()));
        return QemuTarget.of(program, version).withFirmware(firmware.descriptors());
    }
}
