package io.sevguest.qemu;

import io.sevguest.domain.HostFacts;
import java.util.List;
import java.util.Set;

/**
 * The QEMU a command is written for, and the machine it is to run on.
 *
 * @param program path or name of the QEMU program, the first word of the command
 * @param machines machine types this QEMU knows; empty where it was not asked
 * @param firmware firmware descriptors in the order in which they are tried
 * @param platform the source of the C-bit if neither the XML nor the host specifies it
 */
public record QemuTarget(
        String program,
        QemuVersion version,
        Set<String> machines,
        List<FirmwareDescriptor> firmware,
        HostFacts host,
        EpycGeneration platform,
        ObjectNotation notation,
        StartMode mode) {
    public static final String DEFAULT_PROGRAM = "qemu-system-x86_64";

    /** The version that a command is written for where no QEMU was asked. */
    public static final QemuVersion USUAL_VERSION = new QemuVersion(7, 2);

    public QemuTarget {
        machines = Set.copyOf(machines);
        firmware = List.copyOf(firmware);
    }

    /** Returns the usual QEMU, on a machine of which nothing is known. */
    public static QemuTarget usual() {
        return of(DEFAULT_PROGRAM, USUAL_VERSION);
    }

    /** A QEMU of which only program and version are known. */
    public static QemuTarget of(String program, QemuVersion version) {
        return new QemuTarget(
                program,
                version,
                Set.of(),
                List.of(),
                HostFacts.UNKNOWN,
                EpycGeneration.MILAN,
                ObjectNotation.KEY_VALUE,
                StartMode.USUAL);
    }

    public QemuTarget withVersion(QemuVersion changed) {
        return new QemuTarget(program, changed, machines, firmware, host, platform, notation, mode);
    }

    public QemuTarget withMachines(Set<String> changed) {
        return new QemuTarget(program, version, changed, firmware, host, platform, notation, mode);
    }

    public QemuTarget withFirmware(List<FirmwareDescriptor> changed) {
        return new QemuTarget(program, version, machines, changed, host, platform, notation, mode);
    }

    public QemuTarget withHost(HostFacts changed) {
        return new QemuTarget(
                program, version, machines, firmware, changed, platform, notation, mode);
    }

    public QemuTarget withPlatform(EpycGeneration changed) {
        return new QemuTarget(program, version, machines, firmware, host, changed, notation, mode);
    }

    public QemuTarget withNotation(ObjectNotation changed) {
        return new QemuTarget(program, version, machines, firmware, host, platform, changed, mode);
    }

    public QemuTarget withMode(StartMode changed) {
        return new QemuTarget(
                program, version, machines, firmware, host, platform, notation, changed);
    }
}
