package io.sevguest.problem;

import java.util.Locale;

/**
 * The severity of a finding: a guest with an error will not start or is measurably wrong, a warning
 * is likely trouble, the rest is information.
 */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The name in JSON: {@code error}, {@code warning} or {@code info}. */
    public String toText() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
