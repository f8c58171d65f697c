package io.sevguest.ui.theme;

import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.CommandRun;
import io.sevguest.task.Progress;
import java.time.Duration;

/**
 * The color scheme of the desktop, as its portal reports it.
 *
 * <p>Source: XDG Desktop Portal, org.freedesktop.portal.Settings, org.freedesktop.appearance.
 */
public final class SystemScheme {
    private static final Command ASK =
            Command.of(
                    "gdbus",
                    "call",
                    "--session",
                    "--dest=org.freedesktop.portal.Desktop",
                    "--object-path=/org/freedesktop/portal/desktop",
                    "--method=org.freedesktop.portal.Settings.Read",
                    "org.freedesktop.appearance",
                    "color-scheme");
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final System.Logger LOG = System.getLogger(SystemScheme.class.getName());

    private SystemScheme() {}

    /**
     * Returns whether the desktop's scheme is dark; a desktop without a portal counts as light.
     * Called from a task.
     */
    public static boolean isDark(Progress progress) {
        try {
            return isDark(CommandRun.run(ASK, LIMIT, progress).output());
        } catch (ProblemException noPortal) {
            LOG.log(System.Logger.Level.DEBUG, noPortal.getMessage());
            return false;
        }
    }

    /** Reads an answer such as {@code (<<uint32 1>>,)}, where 1 means dark. */
    static boolean isDark(String answer) {
        return answer.contains("uint32 1>");
    }
}
