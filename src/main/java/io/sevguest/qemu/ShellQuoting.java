package io.sevguest.qemu;

import java.util.Collection;
import java.util.stream.Collectors;

/** Words quoted so that a POSIX shell gives back exactly these words. */
public final class ShellQuoting {
    private static final String PLAIN_SIGNS = "_@%+=:,./-";

    private ShellQuoting() {}

    /** The word itself where the shell leaves it alone, else in single quotes. */
    public static String quote(String word) {
        return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && PLAIN_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** All words quoted, with blanks between. */
    public static String join(Collection<String> words) {
        return words.stream().map(ShellQuoting::quote).collect(Collectors.joining(" "));
    }
}
