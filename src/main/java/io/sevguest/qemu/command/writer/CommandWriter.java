package io.sevguest.qemu.command.writer;

import io.sevguest.domain.DomainXml;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.device.CharacterDevices;
import io.sevguest.qemu.command.device.ControllerArguments;
import io.sevguest.qemu.command.device.DiskArguments;
import io.sevguest.qemu.command.device.GraphicsArguments;
import io.sevguest.qemu.command.device.InputArguments;
import io.sevguest.qemu.command.device.InterfaceArguments;
import io.sevguest.qemu.command.device.IommuArguments;
import io.sevguest.qemu.command.device.OtherDevices;
import io.sevguest.qemu.command.device.SoundArguments;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.machine.BootArguments;
import io.sevguest.qemu.command.machine.ClockArguments;
import io.sevguest.qemu.command.machine.CpuArguments;
import io.sevguest.qemu.command.machine.FirmwareArguments;
import io.sevguest.qemu.command.machine.IdentityArguments;
import io.sevguest.qemu.command.machine.MachineArguments;
import io.sevguest.qemu.command.machine.MemoryArguments;
import io.sevguest.qemu.command.machine.SecurityObject;
import io.sevguest.qemu.command.machine.ThreadArguments;

/** Writes the QEMU command of a guest, part after part, in the order of the command line. */
public final class CommandWriter {
    private CommandWriter() {}

    /** Returns the command of a guest for a QEMU. */
    public static QemuCommand of(DomainXml domain, QemuTarget target, LaunchFiles files) {
        var draft = new CommandDraft(domain, target, files);
        write(draft);
        return draft.finish();
    }

    private static void write(CommandDraft draft) {
        new IdentityArguments(draft).write();
        new MachineArguments(draft).write();
        new CpuArguments(draft).write();
        new MemoryArguments(draft).write();
        new ClockArguments(draft).write();
        new BootArguments(draft).write();
        new FirmwareArguments(draft).write();
        new SecurityObject(draft).write();
        new ThreadArguments(draft).write();
        new IommuArguments(draft).write();
        new ControllerArguments(draft).write();
        new DiskArguments(draft).write();
        new InterfaceArguments(draft).write();
        new CharacterDevices(draft).write();
        new GraphicsArguments(draft).write();
        new InputArguments(draft).write();
        new SoundArguments(draft).write();
        new OtherDevices(draft).write();
        new CommandLineExtras(draft).write();
        new UnmappedElements(draft).write();
    }
}
