package io.sevguest.process;

import io.sevguest.problem.Problem;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The character set in which names come from the system. In a locale that cannot hold a name, such
 * as {@code LC_ALL=C}, Java replaces what it cannot read by U+FFFD: the file can then neither be
 * opened nor named to another program.
 *
 * @param name as Java names it, such as {@code UTF-8} or {@code ANSI_X3.4-1968}
 */
public record SystemEncoding(String name) {
    private static final String REMEDY = "Set a UTF-8 locale first, for example LC_ALL=C.UTF-8.";
    private static final char REPLACEMENT = '\ufffd';
    private static final List<String> VARIABLES =
            List.of("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "PATH");

    /** The one of this process. */
    public static SystemEncoding ofProcess() {
        return new SystemEncoding(System.getProperty("sun.jnu.encoding", "unknown"));
    }

    /** The places that this process works with, by what they are. */
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
     * Returns the problem that an argument arrived garbled, if one did: nothing may be done with
     * such a name.
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
     * Returns the problem that one of the words cannot be passed to another program, which would
     * receive a different one.
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
