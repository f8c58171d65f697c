package io.sevguest.qemu;

/** The parts of the command in the order in which they stand. */
final class CommandParts {
    private CommandParts() {}

    static void write(CommandDraft draft) {
        new IdentityArguments(draft).write();
        new MachineArguments(draft).write();
        new MemoryArguments(draft).write();
        new SecurityObject(draft).write();
        new LeftOver(draft).write();
    }
}
