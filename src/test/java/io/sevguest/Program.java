package io.sevguest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the program, or another class of the tests, as a separate process. */
public final class Program {
    private Program() {}

    /**
     * Returns the program's process, without a display.
     *
     * @param environment variables as {@code NAME=value}
     */
    public static ProcessBuilder builder(List<String> environment, String... arguments) {
        List<String> words = new ArrayList<>(List.of(App.class.getName()));
        words.addAll(List.of(arguments));
        return java(environment, words);
    }

    /** Returns a process for a class with its arguments. */
    public static ProcessBuilder java(List<String> environment, List<String> classAndArguments) {
        List<String> command = new ArrayList<>(List.of("env", "-u", "DISPLAY"));
        command.addAll(environment);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath()));
        command.addAll(classAndArguments);
        return new ProcessBuilder(command);
    }

    /** Returns the class path of the tests, with the program's classes. */
    public static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path", "");
        return surefire.isEmpty() ? System.getProperty("java.class.path") : surefire;
    }
}
