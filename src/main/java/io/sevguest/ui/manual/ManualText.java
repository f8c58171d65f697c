package io.sevguest.ui.manual;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.ui.theme.Palette;
import java.awt.Color;
import java.awt.Font;
import java.net.URL;
import java.util.function.Consumer;
import javax.swing.JEditorPane;
import javax.swing.UIManager;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;

/** Shows one page of the manual in the colors and the font size of the window. */
final class ManualText {
    private final JEditorPane pane = new JEditorPane();

    /**
     * Creates an empty view.
     *
     * @param follow called with the target of a link that the reader activates
     */
    ManualText(Consumer<String> follow) {
        pane.setName("manual.text");
        pane.setEditable(false);
        pane.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, true);
        pane.putClientProperty(FlatClientProperties.STYLE, "margin: 8,20,16,20");
        pane.addHyperlinkListener(
                event -> {
                    if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
                        follow.accept(event.getDescription());
                    }
                });
    }

    JEditorPane component() {
        return pane;
    }

    /**
     * Shows a page from its beginning.
     *
     * @param body the body of an HTML document
     * @param place the URL against which its pictures are resolved
     */
    void show(String body, URL place) {
        var kit = new HTMLEditorKit();
        kit.setStyleSheet(styles(kit.getStyleSheet()));
        kit.setAutoFormSubmission(false);
        pane.setEditorKit(kit);
        var document = (HTMLDocument) kit.createDefaultDocument();
        document.setBase(place);
        pane.setDocument(document);
        pane.setText("<html><body>" + body + "</body></html>");
        pane.setCaretPosition(0);
    }

    private static StyleSheet styles(StyleSheet usual) {
        var styles = new StyleSheet();
        styles.addStyleSheet(usual);
        Font font = UIManager.getFont("Label.font");
        String text = css(UIManager.getColor("Label.foreground"));
        String line = css(UIManager.getColor("Component.borderColor"));
        String raised = css(Palette.SIDE.color());
        int size = font.getSize();
        styles.addRule(
                "body { font-family: '%s'; font-size: %dpt; color: %s }"
                        .formatted(font.getFamily(), size, text));
        styles.addRule("h1 { font-size: %dpt }".formatted(Math.round(size * 1.6)));
        styles.addRule("h2 { font-size: %dpt; margin-top: 14 }".formatted(Math.round(size * 1.3)));
        styles.addRule("h3 { font-size: %dpt; margin-top: 12 }".formatted(Math.round(size * 1.1)));
        styles.addRule("p, ul, ol, table, pre { margin-top: 6; margin-bottom: 6 }");
        styles.addRule("ul, ol { margin-left: %d }".formatted(UIScale.scale(28)));
        styles.addRule("a { color: %s }".formatted(css(UIManager.getColor("Actions.Blue"))));
        styles.addRule("code { font-family: monospace; font-size: %dpt }".formatted(size));
        styles.addRule(
                "pre { font-family: monospace; background-color: %s; padding: 8 }"
                        .formatted(raised));
        styles.addRule(
                "th, td { text-align: left; padding: 4 8 4 8; border: 1px solid %s }"
                        .formatted(line));
        styles.addRule("th { background-color: %s }".formatted(raised));
        return styles;
    }

    private static String css(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }
}
