package io.sevguest.ui.console;

import java.util.ArrayList;
import java.util.List;

/**
 * The parser that separates characters, control characters and escape sequences. Strings such as
 * titles (OSC, DCS, PM, APC) are skipped.
 *
 * <p>Source: the state machine of DEC's ANSI parser, as described at vt100.net/emu/dec_ansi_parser.
 */
final class EscapeParser {
    /** The receiver of parsed characters and sequences. */
    interface Receiver {
        void print(int codePoint);

        void control(char character);

        /**
         * Handles an escape sequence other than CSI.
         *
         * @param intermediate 0 if there is none
         */
        void escape(char intermediate, char last);

        void sequence(ControlSequence sequence);
    }

    private enum State {
        GROUND,
        ESCAPE,
        INTERMEDIATE,
        SEQUENCE,
        STRING,
        STRING_ESCAPE
    }

    private static final int LARGEST_NUMBER = 9999;
    private static final int MOST_NUMBERS = 32;

    private final Receiver receiver;
    private final List<Integer> numbers = new ArrayList<>();
    private State state = State.GROUND;
    private char marker;
    private char intermediate;
    private int number;

    EscapeParser(Receiver receiver) {
        this.receiver = receiver;
    }

    void accept(int codePoint) {
        if (state == State.STRING || state == State.STRING_ESCAPE) {
            string(codePoint);
        } else if (codePoint == 0x1b) {
            state = State.ESCAPE;
            intermediate = 0;
        } else if (codePoint == 0x18 || codePoint == 0x1a) {
            state = State.GROUND;
        } else if (codePoint < 0x20 || codePoint == 0x7f) {
            receiver.control((char) codePoint);
        } else {
            switch (state) {
                case ESCAPE -> escape((char) codePoint);
                case INTERMEDIATE -> endEscape((char) codePoint);
                case SEQUENCE -> sequence((char) codePoint);
                default -> receiver.print(codePoint);
            }
        }
    }

    private void escape(char character) {
        if (character == '[') {
            state = State.SEQUENCE;
            numbers.clear();
            marker = 0;
            number = -1;
        } else if ("]PX^_".indexOf(character) >= 0) {
            state = State.STRING;
        } else if (character <= 0x2f) {
            intermediate = character;
            state = State.INTERMEDIATE;
        } else {
            endEscape(character);
        }
    }

    private void endEscape(char character) {
        state = State.GROUND;
        receiver.escape(intermediate, character);
    }

    private void sequence(char character) {
        if (character >= '0' && character <= '9') {
            number = Math.min(LARGEST_NUMBER, Math.max(0, number) * 10 + character - '0');
        } else if (character == ';' || character == ':') {
            endNumber();
        } else if (character >= '<' && character <= '?') {
            marker = character;
        } else if (character >= 0x40) {
            if (number >= 0 || !numbers.isEmpty()) {
                endNumber();
            }
            state = State.GROUND;
            receiver.sequence(new ControlSequence(marker, numbers, character));
        }
    }

    private void endNumber() {
        if (numbers.size() < MOST_NUMBERS) {
            numbers.add(Math.max(0, number));
        }
        number = -1;
    }

    /** Skips a string, which ends with BEL or with ESC and a backslash. */
    private void string(int codePoint) {
        if (codePoint == 0x07 || state == State.STRING_ESCAPE) {
            state = State.GROUND;
        } else if (codePoint == 0x1b) {
            state = State.STRING_ESCAPE;
        }
    }
}
