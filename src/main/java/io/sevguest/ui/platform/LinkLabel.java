package io.sevguest.ui.platform;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.certificate.chain.Link;
import io.sevguest.certificate.chain.LinkState;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The description of a link's state, next to its line. */
final class LinkLabel extends JPanel {
    private final transient Link link;
    private final transient Texts texts;
    private final JLabel icon = new JLabel();
    private final WrappedText words = new WrappedText("");
    private final WrappedText note = new WrappedText("");

    LinkLabel(Link link, Texts texts) {
        super(new MigLayout("insets 3 0 3 0, wrap 2, hidemode 3, gapy 0", "[]6[grow,fill]"));
        this.link = link;
        this.texts = texts;
        setOpaque(false);
        setName("platform.link." + link.toText());
        note.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        note.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        add(icon, "aligny top, gaptop 2");
        add(words, "wmin 40");
        add(note, "skip 1, wmin 40");
    }

    void show(LinkState state) {
        LinkStyle look = LinkStyle.of(state);
        icon.setIcon(look.icon().icon());
        words.setText(words(state));
        words.putClientProperty(FlatClientProperties.STYLE, "foreground: " + look.style());
        String why = state instanceof LinkState.Good good ? good.note() : "";
        note.setText(why);
        note.setVisible(link.signer() == link.signed() && !why.isEmpty()); // once is enough
        getAccessibleContext()
                .setAccessibleName(
                        "%s → %s: %s %s"
                                .formatted(link.signer(), link.signed(), words(state), why)
                                .strip());
    }

    private String words(LinkState state) {
        if (state instanceof LinkState.Failed failed) {
            return texts.get("platform.link.failed", failed.why());
        }
        if (state instanceof LinkState.Unknown unknown) {
            return texts.get("platform.link.unknown", unknown.why());
        }
        return link.signer() == link.signed()
                ? texts.get("platform.link.self")
                : texts.get("platform.link.good", link.signed());
    }
}
