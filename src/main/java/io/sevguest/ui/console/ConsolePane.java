package io.sevguest.ui.console;

import io.sevguest.ui.form.Caption;
import io.sevguest.ui.form.Texts;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/**
 * A serial console: output with scrollback, input by keyboard and paste, and copying of a
 * selection.
 */
public final class ConsolePane {
    private static final System.Logger LOG = System.getLogger(ConsolePane.class.getName());

    private static final String NOTICE = "\033[0;1;33m";
    private static final String NOTICE_END = "\033[0m\r\n";
    private static final String RESET = "\033c\033[3J";

    private final Consumer<byte[]> input;
    private final Terminal terminal;
    private final TerminalView view;
    private final JScrollPane component;

    /**
     * Creates a console.
     *
     * @param input receives typed bytes and the terminal's replies, on any thread
     */
    public ConsolePane(Texts texts, Consumer<byte[]> input) {
        this.input = input;
        terminal = new Terminal(input);
        view = new TerminalView(terminal);
        view.setName("console");
        view.getAccessibleContext().setAccessibleName(texts.get("console.name"));
        view.setFocusTraversalKeysEnabled(false);
        view.addKeyListener(new TerminalKeys(terminal, this::type));
        component = view.inScrollPane();
        var menu = new JPopupMenu();
        menu.add(action(texts, "console.copy", "control shift C", this::copy));
        menu.add(action(texts, "console.paste", "control shift V", this::paste));
        menu.add(action(texts, "console.selectAll", "control shift A", view::selectAll));
        view.setComponentPopupMenu(menu);
    }

    private Action action(Texts texts, String key, String keys, Runnable handler) {
        Caption caption = texts.caption(key);
        var action =
                new AbstractAction(caption.text()) {
                    @Override
                    public void actionPerformed(ActionEvent event) {
                        handler.run();
                    }
                };
        action.putValue(Action.MNEMONIC_KEY, caption.mnemonic());
        action.putValue(Action.ACCELERATOR_KEY, KeyStroke.getKeyStroke(keys));
        view.getInputMap().put(KeyStroke.getKeyStroke(keys), key);
        view.getActionMap().put(key, action);
        return action;
    }

    public JComponent component() {
        return component;
    }

    /** Shows bytes from the guest. May be called on any thread. */
    public void write(byte[] bytes) {
        terminal.write(bytes);
        view.outputCame();
    }

    /** Shows a message of this program within the guest's output. */
    public void notice(String words) {
        write((NOTICE + words.replace("\n", "\r\n") + NOTICE_END).getBytes(StandardCharsets.UTF_8));
    }

    /** Clears screen and scrollback. */
    public void clear() {
        write(RESET.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns screen and scrollback as text. */
    public String text() {
        return terminal.text();
    }

    public void requestFocus() {
        view.requestFocusInWindow();
    }

    private void type(byte[] bytes) {
        view.showCursor();
        input.accept(bytes);
    }

    private void copy() {
        String selected = view.selectedText();
        if (!selected.isEmpty()) {
            Toolkit.getDefaultToolkit()
                    .getSystemClipboard()
                    .setContents(new StringSelection(selected), null);
        }
    }

    private void paste() {
        try {
            Object text =
                    Toolkit.getDefaultToolkit()
                            .getSystemClipboard()
                            .getData(DataFlavor.stringFlavor);
            type(KeyBytes.pasted((String) text));
        } catch (UnsupportedFlavorException | IOException noText) {
            LOG.log(Level.INFO, "nothing to paste: {0}", noText.getMessage());
        }
    }
}
