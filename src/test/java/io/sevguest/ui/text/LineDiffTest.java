package io.sevguest.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void findsTheLineThatChanged() {
        assertThat(LineDiff.between("a\nb\nc\n", "a\nx\nc\n"))
                .containsExactly(new LineChange(1, List.of("b"), 1, List.of("x")));
    }

    @Test
    void findsALineThatCame() {
        assertThat(LineDiff.between("a\nb\n", "a\nx\nb\n"))
                .containsExactly(new LineChange(1, List.of(), 1, List.of("x")));
    }

    @Test
    void findsALineThatWent() {
        assertThat(LineDiff.between("a\nb\nc", "a\nc"))
                .containsExactly(new LineChange(1, List.of("b"), 1, List.of()));
    }

    @Test
    void leadsFromOneTextToTheOther() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String before = text(random);
            String after = text(random);
            List<String> lines = new ArrayList<>(List.of(before.split("\n", -1)));
            List<LineChange> changes = new ArrayList<>(LineDiff.between(before, after));
            Collections.reverse(changes);
            for (LineChange change : changes) {
                List<String> part = lines.subList(change.removedFirst(), change.removedEnd());
                assertThat(part).isEqualTo(change.removed());
                part.clear();
                lines.addAll(change.removedFirst(), change.added());
            }
            assertThat(String.join("\n", lines)).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            text.append("ab\n".charAt(random.nextInt(3)));
        }
        return text.toString();
    }
}
