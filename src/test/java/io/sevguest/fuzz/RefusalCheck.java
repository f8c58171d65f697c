package io.sevguest.fuzz;

import io.sevguest.problem.ProblemException;

/** Checks that a rejection has a message. */
final class RefusalCheck {
    private RefusalCheck() {}

    static void check(ProblemException refused) {
        if (refused.problem().what().isBlank()) {
            throw new AssertionError("a problem without words", refused);
        }
    }
}
