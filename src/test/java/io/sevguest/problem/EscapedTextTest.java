package io.sevguest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapedTextTest {
    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(EscapedText.text("0x\u200b1")).isEqualTo("0x\\u200b1");
        assertThat(EscapedText.text("a\u00a0b\tc\rd\u001b[31m"))
                .isEqualTo("a\\u00a0b\\tc\\u000dd\\u001b[31m");
        assertThat(EscapedText.text("gpj.\u202eexe")).isEqualTo("gpj.\\u202eexe");
        assertThat(EscapedText.text("\ufeff<domain>")).isEqualTo("\\ufeff<domain>");
        assertThat(EscapedText.text("\ud800")).isEqualTo("\\ud800");
        assertThat(EscapedText.text(Character.toString(0xe0041))).isEqualTo("\\u{e0041}");
    }

    @Test
    void whatCanBeSeenStays() {
        String words = "Gästin «1»: 二, e\u0301, \ud83d\ude00, a b\nc";
        assertThat(EscapedText.text(words)).isSameAs(words);
    }

    @Test
    void aProblemShowsIt() {
        var problem = new Problem("\"0x\u200b1\" is no policy.", "a\u00a0b", "Use \t.");
        assertThat(problem.toText()).contains("0x\\u200b1", "a\\u00a0b: ", "Use \\t.");
    }
}
