package io.sevguest.process;

import io.sevguest.problem.Problem;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The character set of names from the system. In a locale that cannot represent a name, such as
 * {@code LC_ALL=C}, Java replaces unreadable characters with U+FFFD. The file can then neither be
 * opened nor passed to another program.
 *
 * @param name the name of the character set in Java, such as {@code UTF-8} or {@code
 *     ANSI_X3.4-1968}
 */
public record SystemEncoding(String name) {
    private static final String REMEDY = "Set a UTF-8 locale first, for example LC_ALL=C.UTF-8.";
    private static final char REPLACEMENT = '\ufffd';
    private static final List<String> VARIABLES =
            List.of("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "PATH");

    /** Returns the character set of this process. */
    public static SystemEncoding ofProcess() {
        return new SystemEncoding(System.getProperty("sun.jnu.encoding", "unknown"));
    }

    /** Returns the paths that this process works with, by their descriptions. */
    public static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("The current folder", System.getProperty("user.dir"));
        places.put("The home folder", System.getProperty("user.home"));
        for (String variable : VARIABLES) {
            places.put("$" + variable, System.getenv().getOrDefault(variable, ""));
        }
        return places;
    }

    /**
     * Returns the problem that an argument or a path contains characters that Java could not
     * decode; empty if there is none. Such a name must not be used.
     */
    public Optional<Problem> garbled(List<String> arguments, Map<String, String> places) {
        for (int i = 0; i < arguments.size(); i++) {
            if (isGarbled(arguments.get(i))) {
                return Optional.of(problem("Argument %d".formatted(i + 1), arguments.get(i)));
            }
        }
        for (Map.Entry<String, String> place : places.entrySet()) {
            if (isGarbled(place.getValue())) {
                return Optional.of(problem(place.getKey(), place.getValue()));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the problem that a word cannot be passed to another program unchanged; empty if all
     * can.
     */
    public Optional<Problem> notEncodable(List<String> words) {
        return words.stream().filter(word -> !canHold(word)).findFirst().map(this::refusal);
    }

    private boolean canHold(String word) {
        return !Charset.isSupported(name) || Charset.forName(name).newEncoder().canEncode(word);
    }

    private Problem refusal(String word) {
        return new Problem(
                "The character set of this locale ("
                        + name
                        + ") cannot represent \""
                        + word
                        + "\", so it cannot be passed to a program.",
                "",
                REMEDY);
    }

    private static boolean isGarbled(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    private Problem problem(String what, String text) {
        return new Problem(
                what
                        + " contains characters that the character set of this locale ("
                        + name
                        + ") cannot represent. It arrived as \""
                        + text
                        + "\".",
                "",
                REMEDY);
    }
}
