package io.sevguest.ui.form;

import io.sevguest.problem.Severity;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.Palette;

/** The presentation of a severity. */
public record SeverityStyle(Icons icon, Palette color) {
    public static SeverityStyle of(Severity severity) {
        return switch (severity) {
            case ERROR -> new SeverityStyle(Icons.FINDING_ERROR, Palette.ERROR);
            case WARNING -> new SeverityStyle(Icons.FINDING_WARNING, Palette.WARNING);
            case INFO -> new SeverityStyle(Icons.FINDING_INFO, Palette.NOTE);
        };
    }
}
