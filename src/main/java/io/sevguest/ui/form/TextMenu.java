package io.sevguest.ui.form;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.text.JTextComponent;

/** The context menu of a text: cut, copy, paste, select all. */
public final class TextMenu extends MouseAdapter {
    private final JTextComponent text;
    private final Texts texts;

    private TextMenu(JTextComponent text, Texts texts) {
        this.text = text;
        this.texts = texts;
    }

    /** Installs this menu on a text. */
    public static void install(JTextComponent text, Texts texts) {
        text.addMouseListener(new TextMenu(text, texts));
    }

    /** Installs this menu on a component if that is a text. */
    static void installIn(JComponent component, Texts texts) {
        if (component instanceof JTextComponent text) {
            install(text, texts);
        }
    }

    @Override
    public void mousePressed(MouseEvent event) {
        showOn(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        showOn(event);
    }

    private void showOn(MouseEvent event) {
        if (event.isPopupTrigger() && text.isEnabled()) {
            text.requestFocusInWindow();
            menu().show(text, event.getX(), event.getY());
        }
    }

    /** Returns the menu, created each time so that it has the current theme. */
    private JPopupMenu menu() {
        boolean chosen = text.getSelectionStart() != text.getSelectionEnd();
        var menu = new JPopupMenu();
        menu.add(item("text.cut", text.isEditable() && chosen, text::cut));
        menu.add(item("text.copy", chosen, text::copy));
        menu.add(item("text.paste", text.isEditable(), text::paste));
        menu.addSeparator();
        menu.add(item("text.selectAll", !text.getText().isEmpty(), text::selectAll));
        return menu;
    }

    private JMenuItem item(String key, boolean on, Runnable handler) {
        var item = new JMenuItem();
        texts.caption(key).show(item);
        item.setName(key);
        item.setEnabled(on);
        item.addActionListener(event -> handler.run());
        return item;
    }
}
