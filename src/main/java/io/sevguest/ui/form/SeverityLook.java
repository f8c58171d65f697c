package io.sevguest.ui.form;

import io.sevguest.problem.Severity;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.Palette;

/** The presentation of a severity. */
public record SeverityLook(Icons icon, Palette color) {
    public static SeverityLook of(Severity severity) {
        return switch (severity) {
            case ERROR -> new SeverityLook(Icons.FINDING_ERROR, Palette.ERROR);
            case WARNING -> new SeverityLook(Icons.FINDING_WARNING, Palette.WARNING);
            case INFO -> new SeverityLook(Icons.FINDING_INFO, Palette.NOTE);
        };
    }
}
