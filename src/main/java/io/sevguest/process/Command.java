package io.sevguest.process;

import java.io.File;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments.
 *
 * @param arguments the program first, by name or path; at least one word
 * @param environment variables set beside those of this process, in their order
 * @param logged the words as the log has them, without secrets
 */
public record Command(
        List<String> arguments, Map<String, String> environment, List<String> logged) {
    public Command {
        arguments = List.copyOf(arguments);
        logged = List.copyOf(logged);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** A command whose arguments hold no secret. */
    public Command(List<String> arguments, Map<String, String> environment) {
        this(arguments, environment, arguments);
    }

    public static Command of(List<String> arguments) {
        return new Command(arguments, Map.of());
    }

    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    public String program() {
        return arguments.get(0);
    }

    ProcessBuilder toBuilder() {
        var builder = new ProcessBuilder(arguments);
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        return builder;
    }
}
