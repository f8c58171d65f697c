package io.sevguest.fuzz;

import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.qmp.QmpLine;
import java.nio.charset.StandardCharsets;

/** Any text as a line of a QEMU monitor: read, or rejected with a problem. */
final class QmpFuzz {
    private QmpFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            QmpLine.read(new String(input, StandardCharsets.UTF_8));
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }
}
