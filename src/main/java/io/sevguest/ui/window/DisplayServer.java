package io.sevguest.ui.window;

import io.sevguest.problem.Problem;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.util.Optional;

/** The check for a display. */
final class DisplayServer {
    private DisplayServer() {}

    /** Returns the reason why no window can be opened, in one line; empty if one can. */
    static Optional<Problem> problem() {
        if (GraphicsEnvironment.isHeadless()) {
            return Optional.of(absent(""));
        }
        try {
            Toolkit.getDefaultToolkit();
            return Optional.empty();
        } catch (AWTError unreachable) {
            return Optional.of(absent(" (" + unreachable.getMessage() + ")"));
        }
    }

    private static Problem absent(String detail) {
        return Problem.of(
                "There is no display to open a window on"
                        + detail
                        + ". Without a display, use: sevguest preview GUEST.xml");
    }
}
