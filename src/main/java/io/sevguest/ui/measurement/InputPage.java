package io.sevguest.ui.measurement;

import io.sevguest.ui.form.Texts;
import io.sevguest.ui.page.Page;
import java.util.List;
import javax.swing.JComponent;

/** A page of input rows that are not part of a document; the setting search finds them. */
abstract class InputPage implements Page {
    final InputRows rows;

    InputPage(Texts texts) {
        rows = new InputRows(texts, this::typed);
    }

    /** Reads the fields, after each change of a text. */
    abstract void typed();

    @Override
    public final List<String> fieldIds() {
        return rows.ids();
    }

    @Override
    public final boolean jumpTo(String fieldId) {
        return rows.jumpTo(fieldId);
    }

    @Override
    public final JComponent component() {
        return rows.component();
    }
}
