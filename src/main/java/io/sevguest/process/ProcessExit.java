package io.sevguest.process;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The end of a program.
 *
 * @param code 0 to 255; 128 and a signal's number where a signal ended it
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

    /** The signal that ended it, empty where it ended by itself. */
    public OptionalInt signal() {
        return code > SIGNALLED && code <= SIGNALLED + LAST_SIGNAL
                ? OptionalInt.of(code - SIGNALLED)
                : OptionalInt.empty();
    }

    /** As "ended with exit code 1" or "was ended by signal 6 (SIGABRT, abort)". */
    public String toText() {
        if (signal().isEmpty()) {
            return "ended with exit code " + code;
        }
        int number = signal().getAsInt();
        String name = SIGNALS.get(number);
        return "was ended by signal " + number + (name == null ? "" : " (" + name + ")");
    }
}
