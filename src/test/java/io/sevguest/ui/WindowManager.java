package io.sevguest.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/**
 * The window manager of the X display on which tests run. Without one no window gets the focus, so
 * that each test after its end would time out: a test begins only once there is one.
 */
final class WindowManager {
    private static final String PROGRAM = "openbox";
    private static final Timeout LIMIT = Timeout.timeout(20_000);

    private WindowManager() {}

    /** Returns whether the display belongs to the tests alone, so that they may end its manager. */
    static boolean isOfTests() {
        return "tests".equals(System.getenv("SEVGUEST_DISPLAY_OF"));
    }

    /** Starts a window manager where there is none, and says so. */
    static void ensure() {
        if (isThere()) {
            return;
        }
        System.err.println("The window manager of the display is gone; starting " + PROGRAM + ".");
        start(PROGRAM);
        waitUntil("the window manager is there", true);
    }

    /** Ends the window manager of the display; only where it is the tests' own. */
    static void end() {
        start(PROGRAM, "--exit");
        waitUntil("the window manager is gone", false);
    }

    /** Returns whether a window manager answers for the display. */
    static boolean isThere() {
        // the property may outlive its window, so the window is asked, too
        String root = output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK");
        int at = root.indexOf("0x");
        return at >= 0
                && output("xprop", "-id", root.substring(at).strip(), "_NET_WM_NAME")
                        .contains("_NET_WM_NAME(");
    }

    private static void waitUntil(String what, boolean there) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return isThere() == there;
                    }
                },
                LIMIT);
    }

    private static void start(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return process.waitFor(10, TimeUnit.SECONDS) ? text : "";
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
