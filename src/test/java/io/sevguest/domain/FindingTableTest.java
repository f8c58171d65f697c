package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.Shared;
import io.sevguest.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that each table of findings is complete and each row is used. */
class FindingTableTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:TABLE\\s*\\.finding\\(\\s*|draft\\s*\\.finding\\([^\";]*,\\s*)"
                            + "\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern SENTENCES = Pattern.compile("(?s).*([.:)]|%\\d\\$s)");

    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("findings.properties")).sorted().toList();
        }
    }

    private static Properties rows(Path table) throws IOException {
        var rows = new Properties();
        try (var in = Files.newBufferedReader(table)) {
            rows.load(in);
        }
        return rows;
    }

    private static List<String> ids(Path table) throws IOException {
        return rows(table).stringPropertyNames().stream()
                .filter(key -> !key.contains("."))
                .sorted()
                .toList();
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var all = new StringBuilder();
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    @Test
    void eachFindingHasSeverityAndMessage() throws IOException {
        for (Path table : tables()) {
            Properties rows = rows(table);
            assertThat(rows.stringPropertyNames())
                    .as(table.toString())
                    .allSatisfy(
                            key -> {
                                String id = key.replaceFirst("\\..*", "");
                                assertThat(key).matches(id + "(\\.message|\\.fix)?");
                                assertThat(rows.getProperty(id)).isIn("error", "warning", "info");
                                assertThat(rows.getProperty(id + ".message")).matches(SENTENCES);
                            });
        }
    }

    @Test
    void noIdStandsInTwoTables() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path table : tables()) {
            all.addAll(ids(table));
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void eachFindingIsMadeInThePackageOfItsTable() throws IOException {
        for (Path table : tables()) {
            String code = sources(SOURCES.resolve(RESOURCES.relativize(table).getParent()));
            assertThat(ids(table)).as(table.toString()).allMatch(id -> isNamed(id, code));
        }
    }

    /**
     * Returns whether the code contains an id, as a whole or in two parts if two elements share
     * their findings.
     */
    private static boolean isNamed(String id, String code) {
        if (code.contains('"' + id + '"')) {
            return true;
        }
        return IntStream.range(1, id.length())
                .filter(at -> id.charAt(at - 1) == '-')
                .anyMatch(
                        at ->
                                code.contains('"' + id.substring(0, at) + '"')
                                        && code.contains('"' + id.substring(at) + '"'));
    }

    @Test
    void eachFindingThatIsMadeIsInATable() throws IOException {
        var known = new TreeSet<String>();
        for (Path table : tables()) {
            known.addAll(ids(table));
        }
        assertThat(
                        ASKED.matcher(sources(SOURCES))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toSet()))
                .isSubsetOf(known);
    }

    /** Only findings about invalid input in a form, which is not in the document, have no row. */
    @Test
    void noFindingIsMadeWithoutATable() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> makers = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("new Finding(")) {
                    makers.add(file.getFileName());
                }
            }
            assertThat(makers)
                    .containsExactlyInAnyOrder(
                            Path.of("Finding.java"),
                            Path.of("FindingTable.java"),
                            Path.of("FieldRow.java"));
        }
    }

    @Test
    void aFindingTakesItsArgumentsByNumber() {
        Finding finding = FindingTable.beside(Shared.class).finding("sample", 7, "x");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).isEqualTo("There are 7 of x.");
        assertThat(finding.fix()).isEqualTo("Remove x.");
        assertThat(finding.about("guest.name").where()).isEqualTo("guest.name");
        assertThat(finding.fixedBy(domain -> domain).action().map(Fix::label)).contains("Remove x");
    }

    @Test
    void aFindingThatIsInNoTableIsAFault() {
        FindingTable table = FindingTable.beside(Shared.class);
        assertThat(table.ids()).containsExactly("sample");
        assertThatThrownBy(() -> table.finding("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }
}
