package io.sevguest.domain.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineIndexTest {
    @Test
    void eachOffsetHasTheLineThatIsCounted() {
        String text = "a\nbb\r\n\rccc\n\n\r\nd\r" + "e\n".repeat(40);
        LineIndex lines = LineIndex.of(text);
        for (int offset = 0; offset <= text.length(); offset++) {
            assertThat(lines.line(offset))
                    .as("offset " + offset)
                    .isEqualTo(TextPosition.of(text, offset).line());
        }
    }

    @Test
    void anEmptyTextHasOneLine() {
        assertThat(LineIndex.of("").line(0)).isEqualTo(1);
    }
}
