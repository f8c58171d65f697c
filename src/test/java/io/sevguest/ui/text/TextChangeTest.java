package io.sevguest.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextChangeTest {
    @Test
    void isOnlyTheRangeThatDiffers() {
        assertThat(TextChange.between("<a>1</a>", "<a>23</a>"))
                .isEqualTo(new TextChange(3, 4, "23"));
    }

    @Test
    void isEmptyForEqualTexts() {
        assertThat(TextChange.between("abc", "abc").isEmpty()).isTrue();
    }

    @Test
    void doesNotCountCharactersOfARepetitionTwice() {
        assertThat(TextChange.between("aa", "aaa")).isEqualTo(new TextChange(2, 2, "a"));
    }

    @Test
    void leadsFromOneTextToTheOther() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(TextChange.between(before, after).applyTo(before)).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }
}
