package io.sevguest.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that FlatLaf's keys are used by its constants, so that a wrong one does not compile. */
class ClientPropertiesTest {
    private static final Pattern KEY =
            Pattern.compile(
                    "\"(?:FlatLaf\\.style|J[A-Z]\\w+\\.(?:buttonType|placeholderText|outline))");

    @Test
    void noKeyIsWrittenByHand() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> java = sources.filter(it -> it.toString().endsWith(".java")).toList();
            for (Path source : java) {
                assertThat(KEY.matcher(Files.readString(source)).find())
                        .as(source.toString())
                        .isFalse();
            }
        }
    }
}
