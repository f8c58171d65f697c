package io.sevguest.ui.console;

import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;

/**
 * Sends typed keys to the guest. Keys with both Ctrl and Shift remain the window's, and so do the
 * zoom keys and Ctrl+Tab, which leaves the console.
 */
final class TerminalKeys extends KeyAdapter {
    private static final int LETTERS_TO_CONTROL = 0x1f;

    private final Terminal terminal;
    private final Consumer<byte[]> input;

    TerminalKeys(Terminal terminal, Consumer<byte[]> input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public void keyPressed(KeyEvent event) {
        int modifiers = event.getModifiersEx();
        boolean control = (modifiers & InputEvent.CTRL_DOWN_MASK) != 0;
        boolean shift = (modifiers & InputEvent.SHIFT_DOWN_MASK) != 0;
        if ((control && shift) || (shift && event.getKeyCode() == KeyEvent.VK_INSERT)) {
            return;
        }
        if (control && event.getKeyCode() == KeyEvent.VK_TAB) {
            event.getComponent().transferFocus();
            event.consume();
            return;
        }
        byte[] bytes =
                control && isControlLetter(event.getKeyCode())
                        ? new byte[] {(byte) (event.getKeyCode() & LETTERS_TO_CONTROL)}
                        : KeyBytes.pressed(event, terminal.applicationKeys());
        if (bytes.length > 0) {
            input.accept(bytes);
            event.consume();
        }
    }

    private static boolean isControlLetter(int keyCode) {
        return (keyCode >= KeyEvent.VK_A && keyCode <= KeyEvent.VK_Z)
                || (keyCode >= KeyEvent.VK_OPEN_BRACKET && keyCode <= KeyEvent.VK_CLOSE_BRACKET);
    }

    @Override
    public void keyTyped(KeyEvent event) {
        if (!event.isControlDown()) {
            byte[] bytes = KeyBytes.typed(event);
            if (bytes.length > 0) {
                input.accept(bytes);
            }
            event.consume();
        }
    }
}
