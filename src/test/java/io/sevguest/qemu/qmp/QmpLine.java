package io.sevguest.qemu.qmp;

import io.sevguest.problem.ProblemException;

/** One line of a monitor, for those who only want to know whether it is refused. */
public final class QmpLine {
    private QmpLine() {}

    /**
     * Reads a line.
     *
     * @throws ProblemException if no monitor sends it
     */
    public static void read(String line) throws ProblemException {
        QmpMessage.parse(line);
    }
}
