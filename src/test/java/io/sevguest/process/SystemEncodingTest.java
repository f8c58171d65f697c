package io.sevguest.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemEncodingTest {
    private final SystemEncoding ascii = new SystemEncoding("ANSI_X3.4-1968");

    @Test
    void whatArrivedWholeIsNoProblem() {
        assertThat(ascii.garbled(List.of("edit", "a.xml"), Map.of("Home", "/root"))).isEmpty();
        assertThat(new SystemEncoding("UTF-8").garbled(List.of("ä.xml"), Map.of())).isEmpty();
    }

    @Test
    void aGarbledArgumentOrPlaceIsNamed() {
        assertThat(ascii.garbled(List.of("edit", "g\ufffd\ufffdstin.xml"), Map.of()))
                .hasValueSatisfying(
                        problem ->
                                assertThat(problem.what())
                                        .startsWith("Argument 2 ")
                                        .contains("ANSI_X3.4-1968"));
        assertThat(ascii.garbled(List.of(), Map.of("The current folder", "/tmp/\ufffd")))
                .hasValueSatisfying(
                        problem ->
                                assertThat(problem.what())
                                        .startsWith("The current folder contains"));
    }

    @Test
    void aWordThatNoProgramCanBeGivenIsNamed() {
        assertThat(ascii.notEncodable(List.of("qemu", "-name", "guest=ü")))
                .hasValueSatisfying(
                        problem -> assertThat(problem.toText()).contains("guest=ü", "C.UTF-8"));
        assertThat(ascii.notEncodable(List.of("qemu", "-name", "guest=u"))).isEmpty();
        assertThat(new SystemEncoding("UTF-8").notEncodable(List.of("ü𝄞"))).isEmpty();
    }
}
