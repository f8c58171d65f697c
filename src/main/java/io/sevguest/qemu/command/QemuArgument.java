package io.sevguest.qemu.command;

import java.util.List;

/**
 * One option of the command with its value.
 *
 * @param option with its dash, such as {@code -machine}; or a bare word of {@code qemu:commandline}
 * @param value the next word of the list; empty where the option has none
 * @param origins in the order of the value
 */
public record QemuArgument(String option, String value, List<Origin> origins) {
    public QemuArgument {
        origins = List.copyOf(origins);
    }

    /** Returns whether it is a word of {@code qemu:commandline}. */
    boolean isOwn() {
        return origins.stream().anyMatch(it -> OwnArguments.is(it.element(), "arg"));
    }

    /** Option and value quoted for a shell. */
    public String toShell() {
        return value.isEmpty()
                ? ShellWord.quote(option)
                : ShellWord.quote(option) + " " + ShellWord.quote(value);
    }
}
