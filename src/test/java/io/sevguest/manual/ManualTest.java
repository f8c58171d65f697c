package io.sevguest.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.cli.CommandReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the manual is complete and has no broken links. */
class ManualTest {
    private static final Path FOLDER = Path.of("src/site/markdown");
    private static final Path PICTURES = Path.of("src/site/resources");
    private static final Path REFERENCE = FOLDER.resolve("reference");
    private static final Path MENU = Path.of("src/site/site.xml");
    private static final Path README = Path.of("README.md");
    private static final Pattern ITEM =
            Pattern.compile("<item name=\"([^\"]+)\" href=\"([^\"]+)\\.html\"/>");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern JSON_KEY = Pattern.compile("\\.put\\(\\s*\"([A-Za-z0-9_]+)\"");
    private static final List<Path> JSON_WRITERS =
            List.of(
                    Path.of("src/main/java/io/sevguest/cli"),
                    Path.of("src/main/java/io/sevguest/state/session"));
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    private static Map<Path, String> pages() throws IOException {
        Map<Path, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                pages.put(file, Files.readString(file));
            }
        }
        return pages;
    }

    private static List<String> listed() throws IOException {
        return ITEM.matcher(Files.readString(MENU)).results().map(it -> it.group(2)).toList();
    }

    @Test
    void theTableOfContentsListsEachPageOnce() throws IOException {
        List<String> files =
                pages().keySet().stream()
                        .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.md$", ""))
                        .toList();
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void theTableOfContentsNamesTheCommandsInTheOrderOfTheHelp() throws IOException {
        List<String> commands =
                ITEM.matcher(Files.readString(MENU))
                        .results()
                        .filter(it -> it.group(2).startsWith("reference/"))
                        .skip(1)
                        .map(it -> it.group(1) + " " + it.group(2))
                        .toList();
        assertThat(commands)
                .containsExactlyElementsOf(
                        CommandReference.titles().stream()
                                .map(
                                        it ->
                                                it.getValue()
                                                        + " reference/"
                                                        + it.getKey().replaceFirst("\\.md$", ""))
                                .toList());
    }

    /** Write it again with {@code -Dgolden.write=true}. */
    @Test
    void theReferenceIsWhatTheCommandLineSaysOfItself() throws IOException {
        Map<String, String> generated = CommandReference.pages();
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(REFERENCE);
            for (Map.Entry<String, String> page : generated.entrySet()) {
                Files.writeString(REFERENCE.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(REFERENCE)) {
            for (Path file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(committed).isEqualTo(generated);
    }

    /** Write it again with {@code -Dgolden.write=true}. */
    @Test
    void eachFindingIsListed() throws IOException {
        Path file = FOLDER.resolve("findings.md");
        String generated = FindingsReference.page();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file)).isEqualTo(generated);
        assertThat(FindingsReference.ids())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(generated).contains("| `" + id + "` |"));
    }

    @Test
    void eachKeyOfAJsonOutputIsExplained() throws IOException {
        String page = Files.readString(FOLDER.resolve("json.md"));
        String examples = page.replaceAll("(?s)[^`]*`([^`]*)`", "$1 ");
        Set<String> keys = jsonKeys();
        assertThat(keys).hasSizeGreaterThan(80);
        assertThat(keys)
                .allMatch(key -> Pattern.compile("\\b" + key + "\\b").matcher(examples).find());
    }

    /** Returns the keys of JSON objects in the code of the commands. */
    private static Set<String> jsonKeys() throws IOException {
        var keys = new TreeSet<String>();
        for (Path place : JSON_WRITERS) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    JSON_KEY.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> keys.add(found.group(1)));
                }
            }
        }
        return keys;
    }

    @Test
    void eachLinkLeadsToAPageOrAPicture() throws IOException {
        List<String> dead = new ArrayList<>();
        pages().forEach((file, text) -> deadLinks(file, text, dead));
        deadLinks(README, Files.readString(README), dead);
        assertThat(dead).isEmpty();
    }

    private static void deadLinks(Path file, String text, List<String> dead) {
        Path folder = file.toAbsolutePath().getParent();
        for (String link : LINK.matcher(text).results().map(it -> it.group(1)).toList()) {
            if (link.startsWith("https://")) {
                continue;
            }
            boolean picture = link.endsWith(".png") && folder.startsWith(FOLDER.toAbsolutePath());
            Path from = picture ? pictures(folder) : folder;
            if (!Files.isRegularFile(from.resolve(link).normalize())) {
                dead.add(file + ": " + link);
            }
        }
    }

    /** Returns the folder of pictures for a folder of pages, as in the built site and the jar. */
    private static Path pictures(Path folder) {
        return PICTURES.toAbsolutePath().resolve(FOLDER.toAbsolutePath().relativize(folder));
    }

    @Test
    void eachPictureIsShown() throws IOException {
        String all = String.join("\n", pages().values()) + Files.readString(README);
        try (Stream<Path> files = Files.walk(PICTURES)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allMatch(file -> all.contains(file.getFileName().toString()));
        }
    }

    @Test
    void eachPageHasOneTitle() throws IOException {
        assertThat(pages())
                .allSatisfy(
                        (file, text) -> {
                            assertThat(text).startsWith("# ");
                            assertThat(titles(text)).hasSize(1);
                        });
    }

    private static List<String> titles(String text) {
        String prose = text.replaceAll("(?s)```.*?```", "");
        return HEADING.matcher(prose)
                .results()
                .map(MatchResult::group)
                .filter(it -> it.startsWith("# "))
                .toList();
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(README, StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(180);
    }
}
