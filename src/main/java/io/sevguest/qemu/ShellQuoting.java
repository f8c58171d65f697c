package io.sevguest.qemu;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words quoted so that a POSIX shell gives back exactly these words. */
public final class ShellQuoting {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellQuoting() {}

    /** The word itself where the shell leaves it alone, else in single quotes. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** All words quoted, with blanks between. */
    public static String join(Collection<String> words) {
        return words.stream().map(ShellQuoting::quote).collect(Collectors.joining(" "));
    }
}
