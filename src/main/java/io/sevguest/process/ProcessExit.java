package io.sevguest.process;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The exit of a program.
 *
 * @param code the exit code, 0 to 255; 128 plus the number of the signal that ended the program
 */
public record ProcessExit(int code) {
    private static final int SIGNALLED = 128;
    private static final int LAST_SIGNAL = 64;
    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    1, "SIGHUP, hang-up",
                    2, "SIGINT, interrupt",
                    4, "SIGILL, illegal instruction",
                    6, "SIGABRT, abort",
                    7, "SIGBUS, bus error",
                    8, "SIGFPE, arithmetic error",
                    9, "SIGKILL, killed",
                    11, "SIGSEGV, bad memory access",
                    15, "SIGTERM, terminated",
                    31, "SIGSYS, forbidden system call");

    public boolean isSuccess() {
        return code == 0;
    }

    /** Returns the signal that ended the program; empty if it ended by itself. */
    public OptionalInt signal() {
        return code > SIGNALLED && code <= SIGNALLED + LAST_SIGNAL
                ? OptionalInt.of(code - SIGNALLED)
                : OptionalInt.empty();
    }

    /**
     * Returns a text such as "ended with exit code 1" or "was ended by signal 6 (SIGABRT, abort)".
     */
    public String toText() {
        if (signal().isEmpty()) {
            return "ended with exit code " + code;
        }
        int number = signal().getAsInt();
        String name = SIGNALS.get(number);
        return "was ended by signal " + number + (name == null ? "" : " (" + name + ")");
    }
}
