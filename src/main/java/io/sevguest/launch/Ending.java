package io.sevguest.launch;

import io.sevguest.problem.Problem;

/**
 * How a guest ended.
 *
 * @param failed true where QEMU ended with an error or was ended by a signal
 * @param problem the reason in full sentences, and where it failed what to do
 */
public record Ending(boolean failed, Problem problem) {
    static Ending orderly(String reason) {
        return new Ending(false, Problem.of(reason));
    }

    public String reason() {
        return problem.what();
    }
}
