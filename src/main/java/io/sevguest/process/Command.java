package io.sevguest.process;

import java.io.File;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with its arguments.
 *
 * @param arguments the program, by name or path, followed by its arguments
 * @param environment the variables set in addition to those of this process, in order
 * @param logged the arguments as they are logged, without secrets
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

    /** Creates a command whose arguments contain no secret. */
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
