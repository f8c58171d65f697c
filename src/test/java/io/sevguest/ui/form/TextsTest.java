package io.sevguest.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.ui.action.ActionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    @Test
    void eachKeyIsUsed() throws IOException {
        var use = new KeyUse(sources(""));
        assertThat(texts.keys().stream().filter(key -> !use.makes(key)).sorted()).isEmpty();
    }

    @Test
    void aKeyThatOnlySharesItsStemIsNotUsed() throws IOException {
        var use = new KeyUse(sources(""));
        assertThat(List.of("launch.state.ended", "launch.start.tip", "template.SEV_ES"))
                .allMatch(use::makes);
        assertThat(List.of("launch.state.vanished", "launch.start.tups", "template.SEV_XY"))
                .noneMatch(use::makes);
    }

    /** The text keys that the code can compose from literals and the names of constants. */
    private static final class KeyUse {
        private static final Pattern LITERAL = Pattern.compile("\"([^\"\n]*)\"");
        private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");

        private final Set<String> literals;
        private final Set<String> words;

        KeyUse(String code) {
            literals =
                    LITERAL.matcher(code)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet());
            words = new HashSet<>(literals);
            CONSTANT.matcher(code)
                    .results()
                    .map(MatchResult::group)
                    .forEach(
                            name -> {
                                words.add(name);
                                words.add(name.toLowerCase(Locale.ROOT));
                            });
        }

        boolean makes(String key) {
            if (literals.contains(key)) {
                return true;
            }
            for (int dot = key.indexOf('.', 1); dot > 0; dot = key.indexOf('.', dot + 1)) {
                String stem = key.substring(0, dot);
                String end = key.substring(dot);
                if ((literals.contains(stem + ".") && words.contains(end.substring(1)))
                        || (makes(stem)
                                && (literals.contains(end) || words.contains(end.substring(1))))) {
                    return true;
                }
            }
            return false;
        }
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
