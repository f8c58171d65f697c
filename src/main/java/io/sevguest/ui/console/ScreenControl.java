package io.sevguest.ui.console;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Executes the guest's output: VT100 and the parts of ECMA-48 and xterm that firmware, kernels and
 * full-screen programs use. Unknown sequences are ignored.
 */
final class ScreenControl implements EscapeParser.Receiver {
    private static final String PRIMARY_ATTRIBUTES = "\033[?1;2c"; // VT100 with advanced video

    private final Screen screen;
    private final Consumer<byte[]> reply;

    ScreenControl(Screen screen, Consumer<byte[]> reply) {
        this.screen = screen;
        this.reply = reply;
    }

    @Override
    public void print(int codePoint) {
        screen.print(codePoint);
    }

    @Override
    public void control(char character) {
        Cursor at = screen.cursor();
        switch (character) {
            case '\b' -> screen.moveTo(at.row(), at.column() - 1);
            case '\t' -> screen.tab();
            case '\n', 0x0b, '\f' -> screen.lineFeed();
            case '\r' -> screen.moveTo(at.row(), 0);
            case 0x0e -> screen.setGraphics(true);
            case 0x0f -> screen.setGraphics(false);
            default -> { // bell and others show nothing
            }
        }
    }

    @Override
    public void escape(char intermediate, char last) {
        if (intermediate == '(') {
            screen.setGraphics(last == '0');
        } else if (intermediate == 0) {
            escape(last);
        }
    }

    private void escape(char last) {
        Cursor at = screen.cursor();
        switch (last) {
            case '7' -> screen.saveCursor();
            case '8' -> screen.restoreCursor();
            case 'D' -> screen.lineFeed();
            case 'E' -> {
                screen.moveTo(at.row(), 0);
                screen.lineFeed();
            }
            case 'H' -> screen.setTabStop();
            case 'M' -> screen.reverseLineFeed();
            case 'c' -> screen.reset();
            default -> { // keypad modes and others have no effect
            }
        }
    }

    @Override
    public void sequence(ControlSequence sequence) {
        switch (sequence.last()) {
            case 'h', 'l' -> mode(sequence, sequence.last() == 'h');
            case 'n', 'c' -> report(sequence);
            default -> {
                if (sequence.marker() == 0 && !move(sequence)) {
                    edit(sequence);
                }
            }
        }
    }

    private boolean move(ControlSequence sequence) {
        Cursor at = screen.cursor();
        int count = sequence.count(0);
        switch (sequence.last()) {
            case 'A' -> screen.moveTo(at.row() - count, at.column());
            case 'B', 'e' -> screen.moveTo(at.row() + count, at.column());
            case 'C', 'a' -> screen.moveTo(at.row(), at.column() + count);
            case 'D' -> screen.moveTo(at.row(), at.column() - count);
            case 'E' -> screen.moveTo(at.row() + count, 0);
            case 'F' -> screen.moveTo(at.row() - count, 0);
            case 'G', '`' -> screen.moveTo(at.row(), count - 1);
            case 'H', 'f' -> screen.address(count - 1, sequence.count(1) - 1);
            case 'I' -> screen.tab();
            case 'Z' -> screen.backTab();
            case 'd' -> screen.address(count - 1, at.column());
            case 's' -> screen.saveCursor();
            case 'u' -> screen.restoreCursor();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void edit(ControlSequence sequence) {
        int count = sequence.count(0);
        switch (sequence.last()) {
            case '@' -> screen.insertCharacters(count);
            case 'J' -> screen.eraseInDisplay(sequence.number(0));
            case 'K' -> screen.eraseInLine(sequence.number(0));
            case 'L' -> screen.insertLines(count);
            case 'M' -> screen.deleteLines(count);
            case 'P' -> screen.deleteCharacters(count);
            case 'S' -> screen.scrollUp(count);
            case 'T' -> screen.scrollDown(count);
            case 'X' -> screen.eraseCharacters(count);
            case 'g' -> clearTabs(sequence.number(0));
            case 'm' ->
                    screen.setStyle(StyleCodes.apply(screen.cursor().style(), sequence.numbers()));
            case 'r' -> {
                int last = sequence.number(1) == 0 ? screen.grid().rows() : sequence.number(1);
                screen.setScrollRegion(count - 1, last - 1);
            }
            default -> { // ignored
            }
        }
    }

    private void clearTabs(int part) {
        if (part == 3) {
            screen.clearTabStops();
        } else if (part == 0) {
            screen.clearTabStop();
        }
    }

    private void mode(ControlSequence sequence, boolean on) {
        for (int mode : sequence.numbers()) {
            if (sequence.marker() == '?') {
                privateMode(mode, on);
            } else if (sequence.marker() == 0 && mode == 4) {
                screen.setInserting(on);
            }
        }
    }

    private void privateMode(int mode, boolean on) {
        switch (mode) {
            case 1 -> screen.setApplicationKeys(on);
            case 6 -> screen.setOriginMode(on);
            case 7 -> screen.setAutoWrap(on);
            case 25 -> screen.setCursorVisible(on);
            case 47, 1047 -> screen.setAlternate(on);
            case 1049 -> {
                if (on) {
                    screen.saveCursor();
                }
                screen.setAlternate(on);
                if (!on) {
                    screen.restoreCursor();
                }
            }
            default -> { // mouse, bracketed paste and others are not supported
            }
        }
    }

    private void report(ControlSequence sequence) {
        if (sequence.marker() != 0) {
            return;
        }
        Cursor at = screen.cursor();
        if (sequence.last() == 'c') {
            send(PRIMARY_ATTRIBUTES);
        } else if (sequence.number(0) == 5) {
            send("\033[0n");
        } else if (sequence.number(0) == 6) {
            send("\033[" + (at.row() + 1) + ";" + (at.column() + 1) + "R");
        }
    }

    private void send(String text) {
        reply.accept(text.getBytes(StandardCharsets.US_ASCII));
    }
}
