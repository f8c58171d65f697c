package io.sevguest.qemu.qmp;

import io.sevguest.problem.ProblemException;

/** A line of a monitor, for tests of rejection. */
public final class QmpLine {
    private QmpLine() {}

    /**
     * Reads a line.
     *
     * @throws ProblemException if it is not a valid line of a monitor
     */
    public static void read(String line) throws ProblemException {
        QmpMessage.parse(line);
    }
}
