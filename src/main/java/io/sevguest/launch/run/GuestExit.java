package io.sevguest.launch.run;

import io.sevguest.problem.Problem;

/**
 * The end of a guest.
 *
 * @param failed true where QEMU ended with an error or was ended by a signal
 * @param problem the reason in full sentences, and where it failed what to do
 */
public record GuestExit(boolean failed, Problem problem) {
    static GuestExit orderly(String reason) {
        return new GuestExit(false, Problem.of(reason));
    }

    public String reason() {
        return problem.what();
    }
}
