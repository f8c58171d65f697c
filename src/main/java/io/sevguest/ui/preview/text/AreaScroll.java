package io.sevguest.ui.preview.text;

import io.sevguest.domain.xml.XmlFault;
import io.sevguest.ui.theme.Icons;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import org.fife.ui.rtextarea.Gutter;
import org.fife.ui.rtextarea.RTextScrollPane;

/** A scroll pane around a preview, with line numbers and folds in the colors of the theme. */
public final class AreaScroll extends RTextScrollPane {
    private static final List<String> KEYS_OF_THE_TABS =
            List.of("control PAGE_DOWN", "control PAGE_UP");

    public AreaScroll(PreviewArea area, boolean lineNumbers) {
        super(area, lineNumbers);
        setFoldIndicatorEnabled(lineNumbers);
        setIconRowHeaderEnabled(lineNumbers);
        setBorder(BorderFactory.createEmptyBorder());
        for (String keys : KEYS_OF_THE_TABS) {
            getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                    .put(KeyStroke.getKeyStroke(keys), "none");
        }
        AreaStyle.apply(getGutter());
    }

    /** Shows an icon next to the line of a fault, if there is one. */
    public void show(Optional<XmlFault> fault) {
        Gutter gutter = getGutter();
        gutter.removeAllTrackingIcons();
        fault.ifPresent(
                found -> {
                    int line = Math.min(found.position().line(), getTextArea().getLineCount()) - 1;
                    try {
                        gutter.addLineTrackingIcon(line, Icons.FINDING_ERROR.icon(), found.what());
                    } catch (BadLocationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (getGutter() != null) {
            AreaStyle.apply(getGutter());
        }
    }
}
