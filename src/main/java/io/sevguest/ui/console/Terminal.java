package io.sevguest.ui.console;

import java.util.List;
import java.util.function.Consumer;

/**
 * The model of a terminal: reads the bytes of a serial line, holds screen and scrollback, and
 * replies to the guest's queries. Thread-safe.
 */
public final class Terminal {
    /**
     * The number of rows, the largest that OVMF offers on a serial line. OVMF addresses lines, so
     * the size must match.
     */
    public static final int ROWS = 31;

    public static final int COLUMNS = 100;
    private static final int SCROLLBACK = 10_000;

    private final Screen screen;
    private final CharacterDecoder decoder;

    /**
     * Creates a terminal.
     *
     * @param reply receives the terminal's replies to the guest, on the writing thread
     */
    public Terminal(Consumer<byte[]> reply) {
        this(ROWS, COLUMNS, SCROLLBACK, reply);
    }

    Terminal(int rows, int columns, int scrollback, Consumer<byte[]> reply) {
        screen = new Screen(rows, columns, scrollback);
        var parser = new EscapeParser(new ScreenControl(screen, reply));
        decoder = new CharacterDecoder(parser::accept);
    }

    /** Processes bytes from the guest, which may end within a character or a sequence. */
    public synchronized void write(byte[] bytes) {
        for (byte value : bytes) {
            decoder.accept(value & 0xff);
        }
    }

    /** Returns whether the guest has switched the cursor keys to application mode. */
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

    /** Returns screen and scrollback as text. */
    public String text() {
        return image().text();
    }
}
