package io.sevguest.ui.preview;

import io.sevguest.domain.xml.TextPosition;
import io.sevguest.domain.xml.XmlFault;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.theme.Icons;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The bar below the text with the fault and its place; hidden while the text is a valid domain. */
final class FaultBar extends JPanel {
    private final WrappedText words = new WrappedText("");
    private final JButton place = new JButton();
    private final transient Texts texts;
    private transient TextPosition position = new TextPosition(1, 1);

    FaultBar(Texts texts, Consumer<TextPosition> show) {
        super(new MigLayout("insets 6 10 6 10", "[]8[grow,fill]8[]", "[]"));
        this.texts = texts;
        words.setName("preview.xml.fault");
        place.setName("preview.xml.fault.place");
        place.addActionListener(event -> show.accept(position));
        add(new JLabel(Icons.FINDING_ERROR.icon()), "top");
        add(words, "growx, wmin 40");
        add(place, "top");
        setVisible(false);
    }

    void show(Optional<XmlFault> fault) {
        fault.ifPresent(
                found -> {
                    position = found.position();
                    words.setText(
                            texts.get(
                                    "preview.xml.broken",
                                    found.position(),
                                    found.what(),
                                    found.fix()));
                    place.setText(texts.get("preview.xml.goTo", found.position().line()));
                });
        setVisible(fault.isPresent());
        revalidate();
    }
}
