package io.sevguest.domain;

import io.sevguest.problem.Severity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings of one package as a table that a reader can scan: the file {@code
 * findings.properties} beside its code. A finding has three rows,
 *
 * <pre>
 * policy-reserved-bits = error
 * policy-reserved-bits.message = The policy sets reserved bits (0x%1$04x). …
 * policy-reserved-bits.fix = Write %2$s.
 * </pre>
 *
 * of which the last is absent if nothing needs to be fixed. Both texts take the same arguments, by
 * number, in the form of {@link java.util.Formatter}.
 */
public final class FindingTable {
    private static final String RESOURCE = "findings.properties";
    private static final String MESSAGE = ".message";
    private static final String FIX = ".fix";

    private final Properties rows;

    private FindingTable(Properties rows) {
        this.rows = rows;
    }

    /**
     * Reads the table of a package.
     *
     * @param rules a class of that package
     */
    public static FindingTable beside(Class<?> rules) {
        var rows = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(rules.getResourceAsStream(RESOURCE), RESOURCE),
                        StandardCharsets.UTF_8)) {
            rows.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new FindingTable(rows);
    }

    /** Returns the ids of the findings in it. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>(rows.stringPropertyNames());
        ids.removeIf(key -> key.endsWith(MESSAGE) || key.endsWith(FIX));
        return ids;
    }

    /**
     * Returns a finding without a location.
     *
     * @param arguments what its message and its fix mention
     * @throws IllegalArgumentException if the table has no such finding
     */
    public Finding finding(String id, Object... arguments) {
        return new Finding(
                id,
                severity(id),
                "",
                "",
                0,
                row(id + MESSAGE).formatted(arguments),
                rows.getProperty(id + FIX, "").formatted(arguments),
                Optional.empty());
    }

    /** Returns the severity of a finding. */
    public Severity severity(String id) {
        return Severity.valueOf(row(id).toUpperCase(Locale.ROOT));
    }

    private String row(String key) {
        String row = rows.getProperty(key);
        if (row == null) {
            throw new IllegalArgumentException("no row for " + key);
        }
        return row;
    }
}
