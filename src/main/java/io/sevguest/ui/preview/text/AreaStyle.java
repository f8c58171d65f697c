package io.sevguest.ui.preview.text;

import java.awt.Color;
import java.awt.Font;
import javax.swing.UIManager;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.fife.ui.rsyntaxtextarea.Style;
import org.fife.ui.rsyntaxtextarea.SyntaxScheme;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rtextarea.ExpandedFoldRenderStrategy;
import org.fife.ui.rtextarea.Gutter;

/** Applies the colors and the font of the theme to a preview. */
final class AreaStyle {
    private AreaStyle() {}

    static void apply(RSyntaxTextArea area) {
        Font font = UIManager.getFont("monospaced.font");
        area.setSyntaxScheme(scheme(font));
        area.setFont(font);
        area.setBackground(color("TextArea.background"));
        area.setForeground(color("TextArea.foreground"));
        area.setCaretColor(color("TextArea.caretForeground"));
        area.setSelectionColor(color("TextArea.selectionBackground"));
        area.setSelectedTextColor(color("TextArea.selectionForeground"));
        area.setUseSelectedTextColor(true);
        area.setCurrentLineHighlightColor(color("Sevguest.currentLine"));
        area.setMarkAllHighlightColor(color("Sevguest.spot"));
        area.setMatchedBracketBGColor(color("Sevguest.spot"));
        area.setMatchedBracketBorderColor(color("Sevguest.spot"));
    }

    static void apply(Gutter gutter) {
        gutter.setBackground(color("TextArea.background"));
        gutter.setLineNumberColor(color("Sevguest.note"));
        gutter.setLineNumberFont(UIManager.getFont("monospaced.font"));
        gutter.setBorderColor(color("Component.borderColor"));
        gutter.setExpandedFoldRenderStrategy(ExpandedFoldRenderStrategy.ALWAYS);
        gutter.setFoldBackground(color("TextArea.background"));
        gutter.setArmedFoldBackground(color("Sevguest.spot"));
        gutter.setFoldIndicatorForeground(color("Sevguest.note"));
        gutter.setFoldIndicatorArmedForeground(color("Sevguest.note"));
    }

    private static SyntaxScheme scheme(Font font) {
        var scheme = new SyntaxScheme(font, false);
        Color plain = color("TextArea.foreground");
        for (int type = 0; type < scheme.getStyleCount(); type++) {
            if (scheme.getStyle(type) != null) {
                scheme.setStyle(type, new Style(plain, null, font));
            }
        }
        set(scheme, font, "Sevguest.xml.mark", TokenTypes.MARKUP_TAG_DELIMITER);
        set(scheme, font, "Sevguest.xml.tag", TokenTypes.MARKUP_TAG_NAME);
        set(scheme, font, "Sevguest.xml.attribute", TokenTypes.MARKUP_TAG_ATTRIBUTE);
        set(scheme, font, "Sevguest.xml.value", TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE);
        set(scheme, font, "Sevguest.xml.value", TokenTypes.MARKUP_ENTITY_REFERENCE);
        set(scheme, font, "Sevguest.note", TokenTypes.MARKUP_COMMENT);
        set(scheme, font, "Sevguest.note", TokenTypes.MARKUP_PROCESSING_INSTRUCTION);
        set(scheme, font, "Sevguest.error", TokenTypes.MARKUP_DTD);
        return scheme;
    }

    private static void set(SyntaxScheme scheme, Font font, String key, int type) {
        scheme.setStyle(type, new Style(color(key), null, font));
    }

    private static Color color(String key) {
        return UIManager.getColor(key);
    }
}
