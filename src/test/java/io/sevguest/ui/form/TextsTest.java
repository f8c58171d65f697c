package io.sevguest.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.ui.action.ActionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/sevguest");
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:texts|texts\\(\\))\\s*\\.(?:get|caption)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern SECTION =
            Pattern.compile("\\b(?:section|note)\\(\\s*\"([^\"]+)\"\\s*\\)");

    private final Texts texts = Texts.load();

    private static String sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
            var all = new StringBuilder();
            for (Path file : java) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    @Test
    void eachKeyThatIsAskedForExists() throws IOException {
        String ui = sources("ui");
        List<String> asked =
                Stream.of(ASKED, SECTION)
                        .flatMap(pattern -> pattern.matcher(ui).results())
                        .map((MatchResult found) -> found.group(1))
                        .toList();
        assertThat(asked).isNotEmpty();
        assertThat(asked).allMatch(texts::has);
    }

    @Test
    void eachActionHasItsWords() {
        assertThat(Arrays.stream(ActionId.values()).map(ActionId::id)).allMatch(texts::has);
    }

    /** A key is used by itself, by its stem, or by a literal that its end is put behind. */
    @Test
    void eachKeyIsUsed() throws IOException {
        String code = sources("ui") + sources("domain");
        List<String> unused =
                texts.keys().stream().filter(key -> !isUsed(key, code)).sorted().toList();
        assertThat(unused).isEmpty();
    }

    private static boolean isUsed(String key, String code) {
        if (code.contains('"' + key + '"')) {
            return true;
        }
        int dot = key.lastIndexOf('.');
        if (dot > 0 && code.contains('"' + key.substring(0, dot) + '"')) {
            return true;
        }
        for (; dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (code.contains('"' + key.substring(0, dot + 1) + '"')) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noTwoCommandsShareAKey() {
        var shared =
                Arrays.stream(ActionId.values())
                        .collect(Collectors.groupingBy(ActionId::keyStroke))
                        .values()
                        .stream()
                        .filter(sharing -> sharing.size() > 1)
                        .toList();
        assertThat(shared).isEmpty();
        assertThat(ActionId.values()).allMatch(id -> id.keyStroke() != null);
    }

    @Test
    void aCaptionTellsItsMnemonicApart() {
        assertThat(Caption.parse("Save &as…")).isEqualTo(new Caption("Save as…", 5));
        assertThat(Caption.parse("Fish && chips").text()).isEqualTo("Fish & chips");
        assertThat(Caption.parse("plain").mnemonic()).isZero();
    }
}
