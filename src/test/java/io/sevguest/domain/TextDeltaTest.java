package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.xml.XmlEncoding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextDeltaTest {
    /**
     * Myers' algorithm alone took seconds for this text, on the event thread and after each key.
     */
    @Test
    void aLargeTextThatIsIndentedAnewIsComparedAtOnce() {
        String before = "<domain>\n" + lines("  <!-- %d -->\n") + "</domain>\n";
        String after = "<domain>\n" + lines("\t\t<!-- %d -->\n") + "</domain>\n";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> goesBackAndForth(before, after));
    }

    @Test
    void manyEqualLinesAreComparedAtOnce() {
        String before = "<a/>\n".repeat(100_000);
        String after = " <a/>\n".repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> goesBackAndForth(before, after));
    }

    @Test
    void twoEditsFarApartKeepTheirOwnLinesOnly() {
        String before = "<a/>\n" + lines("  <!-- %d -->\n") + "<b/>\n";
        String after = "<A/>\n" + lines("  <!-- %d -->\n") + "<B/>\n";
        assertThat(goesBackAndForth(before, after).size()).isEqualTo(12);
    }

    @Test
    void linesThatWereMovedAddedAndRemovedComeBack() {
        var random = new Random(12);
        for (int round = 0; round < 300; round++) {
            List<String> before = new ArrayList<>();
            for (int line = 0; line < random.nextInt(400); line++) {
                before.add("line " + random.nextInt(300) + "\n");
            }
            List<String> after = new ArrayList<>(before);
            for (int edit = 0; edit < random.nextInt(30) && !after.isEmpty(); edit++) {
                int place = random.nextInt(after.size());
                switch (random.nextInt(3)) {
                    case 0 -> after.remove(place);
                    case 1 -> after.add(place, "new " + edit + "\n");
                    default -> Collections.swap(after, place, random.nextInt(after.size()));
                }
            }
            goesBackAndForth(String.join("", before), String.join("", after));
        }
    }

    private static TextDelta goesBackAndForth(String before, String after) {
        DomainText one = text(before);
        DomainText other = text(after);
        var delta = TextDelta.between(one, other);
        assertThat(delta.redo(one).text()).isEqualTo(after);
        assertThat(delta.undo(other).text()).isEqualTo(before);
        return delta;
    }

    private static DomainText text(String text) {
        return DomainText.ofText(text, XmlEncoding.UTF_8);
    }

    private static String lines(String pattern) {
        var text = new StringBuilder();
        for (int line = 0; line < 50_000; line++) {
            text.append(pattern.formatted(line));
        }
        return text.toString();
    }
}
