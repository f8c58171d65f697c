package io.sevguest.qemu;

/** The parts of the command in the order in which they stand. */
final class CommandParts {
    private CommandParts() {}

    static void write(CommandDraft draft) {
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
        new LeftOver(draft).write();
    }
}
