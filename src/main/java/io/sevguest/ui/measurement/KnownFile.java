package io.sevguest.ui.measurement;

import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JTextField;

/** Fills in a known file in its field, unless the user has entered another one. */
final class KnownFile {
    private final JTextField field;
    private String named = "";

    KnownFile(JTextField field) {
        this.field = field;
    }

    /** Sets the known file, if there is one. */
    void is(Optional<Path> file) {
        String now = file.map(Path::toString).orElse("");
        if (!now.equals(named) && field.getText().equals(named)) {
            field.setText(now);
        }
        named = now;
    }
}
