package io.sevguest.ui.preview.text;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.icons.FlatSearchIcon;
import io.sevguest.ui.form.Texts;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.fife.ui.rtextarea.SearchContext;
import org.fife.ui.rtextarea.SearchEngine;
import org.fife.ui.rtextarea.SearchResult;

/**
 * The search in a preview: Ctrl+F opens it, Enter goes to the next match, Shift+Enter to the
 * previous one, and Escape closes it.
 */
public final class FindBar extends JPanel {
    private final PreviewArea area;
    private final JTextField words = new JTextField(18);
    private final JLabel count = new JLabel();
    private final transient Texts texts;

    public FindBar(PreviewArea area, Texts texts) {
        super(new MigLayout("insets 4 8 4 8", "[]4[]4[]8[]push[]", "[]"));
        this.area = area;
        this.texts = texts;
        words.setName(area.getName() + ".find");
        words.getAccessibleContext().setAccessibleName(texts.get("preview.find"));
        words.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("preview.find"));
        words.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, new FlatSearchIcon());
        words.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        words.getDocument().addDocumentListener(new SearchListener());
        count.setName(area.getName() + ".find.count");
        add(words);
        add(button("preview.find.previous", () -> find(false)));
        add(button("preview.find.next", () -> find(true)));
        add(count);
        add(button("preview.find.close", this::close));
        bind(words, "ENTER", () -> find(true));
        bind(words, "shift ENTER", () -> find(false));
        bind(words, "ESCAPE", this::close);
        bind(area, "control F", this::open);
        bind(area, "F3", () -> find(true));
        setVisible(false);
    }

    private JButton button(String key, Runnable handler) {
        var button = new JButton();
        texts.caption(key).show(button);
        button.setName(area.getName() + key.substring("preview".length()));
        button.putClientProperty(
                FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.addActionListener(event -> handler.run());
        return button;
    }

    private static void bind(JComponent component, String keys, Runnable handler) {
        component.getInputMap().put(KeyStroke.getKeyStroke(keys), keys);
        component
                .getActionMap()
                .put(
                        keys,
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                handler.run();
                            }
                        });
    }

    void open() {
        setVisible(true);
        String selected = area.getSelectedText();
        if (selected != null && selected.indexOf('\n') < 0) {
            words.setText(selected);
        }
        words.selectAll();
        words.requestFocusInWindow();
    }

    private void close() {
        setVisible(false);
        SearchEngine.markAll(area, new SearchContext(""));
        area.requestFocusInWindow();
    }

    private void find(boolean forward) {
        if (words.getText().isEmpty()) {
            count.setText("");
            SearchEngine.markAll(area, new SearchContext(""));
            return;
        }
        var context = new SearchContext(words.getText());
        context.setSearchForward(forward);
        context.setSearchWrap(true);
        SearchResult found = SearchEngine.find(area, context);
        count.setText(texts.get("preview.find.count", found.getMarkedCount()));
        words.putClientProperty(
                FlatClientProperties.OUTLINE,
                found.wasFound() ? null : FlatClientProperties.OUTLINE_WARNING);
    }

    private final class SearchListener implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            fromTheSelection();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            fromTheSelection();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            fromTheSelection();
        }

        /**
         * Moves to the start of the selection, so that a longer text is searched from where the
         * shorter one was found.
         */
        private void fromTheSelection() {
            area.setCaretPosition(area.getSelectionStart());
            find(true);
        }
    }
}
