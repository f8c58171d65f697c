package io.sevguest.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatIconColors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconsTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/sevguest/ui/icons");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private static String drawing(Icons icon) throws IOException {
        try (InputStream in = IconsTest.class.getResourceAsStream("/" + icon.resource())) {
            assertThat(in).as(icon.resource()).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Icons.class)
    void isSixteenBySixteenInColorsThatFollowTheTheme(Icons icon) throws IOException {
        String drawing = drawing(icon);
        assertThat(drawing).contains("width=\"16\" height=\"16\" viewBox=\"0 0 16 16\"");
        Set<String> palette =
                Stream.concat(
                                Arrays.stream(FlatIconColors.values())
                                        .map(color -> "#%06X".formatted(color.rgb)),
                                Stream.of("#FFFFFF"))
                        .collect(Collectors.toSet());
        Set<String> used =
                COLOUR.matcher(drawing)
                        .results()
                        .map(found -> found.group().toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        assertThat(palette).containsAll(used);
    }

    @Test
    void eachDrawingIsAnIcon() throws IOException {
        Set<String> known =
                Arrays.stream(Icons.values())
                        .map(icon -> icon.resource().replaceFirst(".*/", ""))
                        .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void eachIconIsUsed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/sevguest/ui"))) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
            assertThat(Icons.values()).allMatch(icon -> code.indexOf("Icons." + icon.name()) >= 0);
        }
    }

    @Test
    void thePortalsAnswerIsRead() {
        assertThat(SystemScheme.isDark("(<<uint32 1>>,)\n")).isTrue();
        assertThat(SystemScheme.isDark("(<<uint32 0>>,)\n")).isFalse();
        assertThat(SystemScheme.isDark("(<<uint32 2>>,)\n")).isFalse();
    }
}
