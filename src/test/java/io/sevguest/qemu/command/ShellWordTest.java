package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellWordTest {
    private static final List<String> NASTY =
            List.of(
                    "plain",
                    "",
                    "two words",
                    "it's",
                    "\"quoted\"",
                    "a & b; c | d > e",
                    "$HOME `id` $(id) !event",
                    "Gäste und Würfel, größer",
                    "a,,b",
                    "line one\nline two",
                    "back\\slash",
                    "~",
                    "*",
                    "{\"qom-type\":\"sev-guest\"}",
                    "-dash",
                    "#",
                    "emoji \uD83D\uDD12");

    @Test
    void plainWordsStayAsTheyAre() {
        assertThat(ShellWord.join(List.of("-m", "size=512M", "/a/b.c_d-e")))
                .isEqualTo("-m size=512M /a/b.c_d-e");
    }

    @Test
    void aQuoteIsClosedAndOpenedAgain() {
        assertThat(ShellWord.quote("it's")).isEqualTo("'it'\\''s'");
    }

    @Test
    void bashGivesBackExactlyTheWords() throws IOException {
        assertThat(throughBash(ShellWord.join(NASTY))).isEqualTo(NASTY);
    }

    @Test
    void bashGivesBackRandomWords() throws IOException {
        var random = new Random(20261122);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            words.add(word(random));
        }
        assertThat(throughBash(ShellWord.join(words))).isEqualTo(words);
    }

    private static String word(Random random) {
        String alphabet = " \t\n'\"\\$`!&|;<>(){}[]*?~#=,%äß€aZ0-";
        var word = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    /** Returns the words into which bash splits a command line. */
    static List<String> throughBash(String line) throws IOException {
        String script = "show() { printf '%s\\0' \"$@\"; }; show " + line + "\n";
        Process bash =
                new ProcessBuilder(Requirements.program("bash").toString(), "--norc").start();
        try (var input = bash.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        byte[] output = bash.getInputStream().readAllBytes();
        String text = new String(output, StandardCharsets.UTF_8);
        return List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }
}
