package io.sevguest.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineEndsTest {
    @Test
    void showsEveryLineEndAsOneLineFeed() {
        assertThat(LineEnds.of("a\r\nb\rc\nd").shown()).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void writesNewLinesAsTheOthersEnd() {
        LineEnds ends = LineEnds.of("a\r\nb\r\n");
        assertThat(ends.toText(new TextChange(2, 3, "x\ny")))
                .isEqualTo(new TextChange(3, 4, "x\r\ny"));
    }

    @Test
    void findsTheSameCharacterInBoth() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            String text = text(random);
            LineEnds ends = LineEnds.of(text);
            for (int at = 0; at <= ends.shown().length(); at++) {
                assertThat(ends.toShown(ends.toText(at))).isEqualTo(at);
            }
        }
    }

    @Test
    void anEditOfWhatIsShownLeavesAllOtherLineEndsAlone() {
        var random = new Random(6);
        for (int i = 0; i < 500; i++) {
            String text = text(random);
            LineEnds ends = LineEnds.of(text);
            int start = random.nextInt(ends.shown().length() + 1);
            int end = start + random.nextInt(ends.shown().length() - start + 1);
            var change = new TextChange(start, end, "-");
            String edited = ends.toText(change).applyTo(text);
            assertThat(LineEnds.of(edited).shown()).isEqualTo(change.applyTo(ends.shown()));
            assertThat(edited)
                    .startsWith(text.substring(0, ends.toText(start)))
                    .endsWith(text.substring(ends.toText(end)));
        }
    }

    private static String text(Random random) {
        String[] parts = {"a", "b", "\n", "\r\n", "\r-"};
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
