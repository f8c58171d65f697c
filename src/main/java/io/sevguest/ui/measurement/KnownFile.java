package io.sevguest.ui.measurement;

import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JTextField;

/** Names a file that is known in its field, unless the user has named another there. */
final class KnownFile {
    private final JTextField field;
    private String named = "";

    KnownFile(JTextField field) {
        this.field = field;
    }

    /** Another file is known now, or none any more. */
    void is(Optional<Path> file) {
        String now = file.map(Path::toString).orElse("");
        if (!now.equals(named) && field.getText().equals(named)) {
            field.setText(now);
        }
        named = now;
    }
}
