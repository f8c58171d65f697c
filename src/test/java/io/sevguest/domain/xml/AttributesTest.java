package io.sevguest.domain.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private final Attributes attributes =
            new Attributes(List.of("type", "device", "xml:id"), List.of("file", "", "a"));

    @Test
    void isAMapInTheOrderOfTheText() {
        assertThat(attributes)
                .containsExactly(
                        Map.entry("type", "file"),
                        Map.entry("device", ""),
                        Map.entry("xml:id", "a"));
        assertThat(attributes).isEqualTo(Map.of("xml:id", "a", "device", "", "type", "file"));
    }

    @Test
    void tellsAnEmptyValueFromNone() {
        assertThat(attributes.value("device")).isEmpty();
        assertThat(attributes.position("device")).isEqualTo(1);
        assertThat(attributes.value("bus")).isEmpty();
        assertThat(attributes.position("bus")).isEqualTo(-1);
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> attributes.put("type", "block"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> attributes.remove("type"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
