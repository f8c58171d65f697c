package io.sevguest.ui.console;

import java.util.List;
import java.util.function.Consumer;

/**
 * A terminal without a face: takes the bytes of a serial line, keeps screen and scrollback, answers
 * the guest's questions. Safe for use from several threads.
 */
public final class Terminal {
    /**
     * The largest size that OVMF offers on a serial line; it addresses lines, so it must be met.
     */
    public static final int ROWS = 31;

    public static final int COLUMNS = 100;
    private static final int SCROLLBACK = 10_000;

    private final Screen screen;
    private final CharacterDecoder decoder;

    /**
     * @param reply receives what the terminal answers to the guest, on the writing thread
     */
    public Terminal(Consumer<byte[]> reply) {
        this(ROWS, COLUMNS, SCROLLBACK, reply);
    }

    Terminal(int rows, int columns, int scrollback, Consumer<byte[]> reply) {
        screen = new Screen(rows, columns, scrollback);
        var parser = new EscapeParser(new ScreenControl(screen, reply));
        decoder = new CharacterDecoder(parser::accept);
    }

    /** Takes bytes that the guest sent; they may end within a character or a sequence. */
    public synchronized void write(byte[] bytes) {
        for (byte value : bytes) {
            decoder.accept(value & 0xff);
        }
    }

    /** Returns whether the guest asked for the other codes of the cursor keys. */
    synchronized boolean applicationKeys() {
        return screen.applicationKeys();
    }

    synchronized TerminalImage image() {
        Grid grid = screen.grid();
        List<Row> lines = grid.all();
        int start = lines.size() - grid.rows();
        Cursor cursor = screen.cursor();
        return new TerminalImage(
                lines,
                grid.dropped(),
                start,
                start + cursor.row(),
                cursor.column(),
                screen.cursorVisible());
    }

    /** Everything the terminal holds as text. */
    public String text() {
        return image().text();
    }
}
