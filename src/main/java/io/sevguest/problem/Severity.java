package io.sevguest.problem;

import java.util.Locale;

/**
 * The severity of a finding. With an error, the guest will not start or is verifiably wrong. A
 * warning is a likely problem. Everything else is information.
 */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** Returns the name in JSON: {@code error}, {@code warning} or {@code info}. */
    public String toText() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
