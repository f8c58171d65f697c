package io.sevguest.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The manual's list of findings, made from the tables beside the code. */
final class FindingsReference {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final String HEAD =
            """
            # Findings

            *This page is generated from the tables of findings. Do not edit it.*

            A finding says what is wrong or doubtful about a guest, or about the machine that is to start it. The window lists findings in
            its status bar and beside the fields, `sevguest preview` and `sevguest launch` print them, and `--json` gives their id, which
            never changes. An *error* means that the guest cannot start or cannot be trusted; a *warning*, that it may not do what was meant;
            an *info* is worth knowing. Where the text depends on the guest, three dots stand for it. The severity is the usual one.
            """;

    private FindingsReference() {}

    /** Returns the tables of findings. */
    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("findings.properties")).sorted().toList();
        }
    }

    /** Returns the ids of the findings in all tables. */
    static Set<String> ids() throws IOException {
        var ids = new TreeSet<String>();
        for (Path table : tables()) {
            ids.addAll(ids(rows(table)));
        }
        return ids;
    }

    /** Returns the page. */
    static String page() throws IOException {
        var page = new StringBuilder(HEAD);
        for (Path table : tables()) {
            page.append('\n').append("## ").append(title(table)).append("\n\n");
            page.append(
                    "| Finding | Severity | What it says | How to fix it |\n|---|---|---|---|\n");
            Properties rows = rows(table);
            for (String id : ids(rows)) {
                page.append(
                        "| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        id,
                                        rows.getProperty(id),
                                        words(rows.getProperty(id + ".message")),
                                        words(rows.getProperty(id + ".fix", ""))));
            }
        }
        return page.toString();
    }

    private static Properties rows(Path table) throws IOException {
        var rows = new Properties();
        try (var in = Files.newBufferedReader(table)) {
            rows.load(in);
        }
        return rows;
    }

    /** Returns the ids of a table, sorted by name. */
    private static List<String> ids(Properties rows) {
        var ids = new ArrayList<String>();
        for (String key : rows.stringPropertyNames()) {
            if (!key.contains(".")) {
                ids.add(key);
            }
        }
        ids.sort(null);
        return ids;
    }

    /** Returns the subject of a table's findings, which is in its first line. */
    private static String title(Path table) throws IOException {
        String first = Files.readAllLines(table).get(0);
        return code(first.substring(2, first.indexOf(';')));
    }

    private static String words(String row) {
        return code(
                row.replaceAll("%\\d\\$[0-9,a-z]+", "…").replace("%%", "%").replace("|", "\\|"));
    }

    /** Returns a text with its elements as code, because Markdown would treat them as HTML. */
    private static String code(String words) {
        return words.replaceAll("<[^> ]+[^>]*>", "`$0`");
    }
}
