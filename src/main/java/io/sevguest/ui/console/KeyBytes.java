package io.sevguest.ui.console;

import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;

/** The bytes that a terminal sends for a key. Source: xterm, «PC-Style Function Keys». */
final class KeyBytes {
    private static final byte[] NONE = {};
    private static final String ESCAPE = "\033";

    private KeyBytes() {}

    /**
     * Returns the bytes of a pressed key that is not a character; empty for any other key.
     *
     * @param applicationKeys whether the guest has switched the cursor keys to application mode
     */
    static byte[] pressed(KeyEvent event, boolean applicationKeys) {
        if (event.isControlDown() && event.getKeyCode() == KeyEvent.VK_SPACE) {
            return new byte[] {0};
        }
        return bytes(
                switch (event.getKeyCode()) {
                    case KeyEvent.VK_UP -> cursorKey('A', applicationKeys);
                    case KeyEvent.VK_DOWN -> cursorKey('B', applicationKeys);
                    case KeyEvent.VK_RIGHT -> cursorKey('C', applicationKeys);
                    case KeyEvent.VK_LEFT -> cursorKey('D', applicationKeys);
                    case KeyEvent.VK_HOME -> cursorKey('H', applicationKeys);
                    case KeyEvent.VK_END -> cursorKey('F', applicationKeys);
                    case KeyEvent.VK_BACK_SPACE -> "\177";
                    default -> editingKey(event.getKeyCode());
                });
    }

    private static String cursorKey(char last, boolean applicationKeys) {
        return ESCAPE + (applicationKeys ? 'O' : '[') + last;
    }

    private static String editingKey(int keyCode) {
        return switch (keyCode) {
            case KeyEvent.VK_INSERT -> ESCAPE + "[2~";
            case KeyEvent.VK_DELETE -> ESCAPE + "[3~";
            case KeyEvent.VK_PAGE_UP -> ESCAPE + "[5~";
            case KeyEvent.VK_PAGE_DOWN -> ESCAPE + "[6~";
            case KeyEvent.VK_F1 -> ESCAPE + "OP";
            case KeyEvent.VK_F2 -> ESCAPE + "OQ";
            case KeyEvent.VK_F3 -> ESCAPE + "OR";
            case KeyEvent.VK_F4 -> ESCAPE + "OS";
            case KeyEvent.VK_F5 -> ESCAPE + "[15~";
            case KeyEvent.VK_F6 -> ESCAPE + "[17~";
            case KeyEvent.VK_F7 -> ESCAPE + "[18~";
            case KeyEvent.VK_F8 -> ESCAPE + "[19~";
            case KeyEvent.VK_F9 -> ESCAPE + "[20~";
            case KeyEvent.VK_F10 -> ESCAPE + "[21~";
            case KeyEvent.VK_F11 -> ESCAPE + "[23~";
            case KeyEvent.VK_F12 -> ESCAPE + "[24~";
            default -> "";
        };
    }

    /** Returns the bytes of a typed character; Enter is CR, and Alt adds a leading ESC. */
    static byte[] typed(KeyEvent event) {
        char character = event.getKeyChar();
        if (character == KeyEvent.CHAR_UNDEFINED
                || character == '\b'
                || character == KeyEvent.VK_DELETE) {
            return NONE; // These are sent when pressed.
        }
        String text = String.valueOf(character == '\n' ? '\r' : character);
        return bytes(event.isAltDown() ? ESCAPE + text : text);
    }

    /** Returns the bytes of pasted text, with the bytes of Enter for each line end. */
    static byte[] pasted(String text) {
        return bytes(text.replace("\r\n", "\r").replace('\n', '\r'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
