package io.sevguest.qemu.command;

import io.sevguest.domain.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command that starts a domain: a function of document, QEMU and file names alone. Making one
 * touches no file and no process.
 *
 * @param program the first word
 * @param environment variables that {@code qemu:commandline} asks for, in its order
 * @param overlays the throwaway images that it writes to, which a launch makes before
 * @param omitted what the command does not do, in the order of the document
 * @param assumed values that the document leaves out
 * @param findings what this QEMU cannot do or will refuse
 */
public record QemuCommand(
        String program,
        List<QemuArgument> arguments,
        Map<String, String> environment,
        List<DiskOverlay> overlays,
        List<Omission> omitted,
        List<Assumption> assumed,
        List<Finding> findings) {
    /** The text between two options in {@link #toShellLines}. */
    public static final String LINE_BREAK = " \\\n    ";

    private static final String NOT_LOGGED = "…";

    public QemuCommand {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        overlays = List.copyOf(overlays);
        omitted = List.copyOf(omitted);
        assumed = List.copyOf(assumed);
        findings = List.copyOf(findings);
    }

    /** The words, the program first: what a process is started with. */
    public List<String> toArgs() {
        List<String> words = new ArrayList<>(2 * arguments.size() + 1);
        words.add(program);
        for (QemuArgument argument : arguments) {
            words.add(argument.option());
            if (!argument.value().isEmpty()) {
                words.add(argument.value());
            }
        }
        return words;
    }

    /**
     * The words for the log: what the user wrote into {@code qemu:commandline} and the kernel's
     * command line may hold secrets, and are left out.
     */
    public List<String> toLog() {
        List<String> words = new ArrayList<>(2 * arguments.size() + 1);
        words.add(program);
        for (QemuArgument argument : arguments) {
            boolean own = argument.isOwn();
            words.add(own ? NOT_LOGGED : argument.option());
            if (!own && !argument.value().isEmpty()) {
                words.add(argument.option().equals("-append") ? NOT_LOGGED : argument.value());
            }
        }
        return words;
    }

    /** One line for a shell that gives back exactly the words. */
    public String toShell() {
        return String.join(" ", toShellParts());
    }

    /** The same with one option per line. */
    public String toShellLines() {
        return String.join(LINE_BREAK, toShellParts());
    }

    /** Returns the environment, the program and each argument, quoted for a shell. */
    public List<String> toShellParts() {
        List<String> parts = new ArrayList<>(arguments.size() + 1);
        parts.add(shellHead());
        arguments.forEach(argument -> parts.add(argument.toShell()));
        return parts;
    }

    private String shellHead() {
        if (environment.isEmpty()) {
            return ShellWord.quote(program);
        }
        List<String> words = new ArrayList<>();
        words.add("env");
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.add(program);
        return ShellWord.join(words);
    }
}
