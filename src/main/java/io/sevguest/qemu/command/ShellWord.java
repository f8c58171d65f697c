package io.sevguest.qemu.command;

import java.util.Collection;
import java.util.stream.Collectors;

/** Words quoted so that a POSIX shell gives back exactly these words. */
public final class ShellWord {
    /** The ASCII characters that a shell leaves alone, looked up for each character. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + "0123456789_@%+=:,./-")
                .chars()
                .forEach(plain -> PLAIN[plain] = true);
    }

    private ShellWord() {}

    /** The word itself where the shell leaves it alone, else in single quotes. */
    public static String quote(String word) {
        return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** All words quoted, with blanks between. */
    public static String join(Collection<String> words) {
        return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
    }
}
