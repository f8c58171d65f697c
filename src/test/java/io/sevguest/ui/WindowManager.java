package io.sevguest.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.WaitTimedOutError;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/**
 * The window manager of the X display on which tests run. Without one, no window gets the focus and
 * tests time out, so a test begins only once there is one.
 */
final class WindowManager {
    private static final String PROGRAM = "openbox";
    private static final Timeout LIMIT = Timeout.timeout(60_000);
    private static final Timeout FOCUS_LIMIT = Timeout.timeout(2_000);

    private WindowManager() {}

    /** Returns whether the display belongs to the tests alone, so that they may end its manager. */
    static boolean isOfTests() {
        return "tests".equals(System.getenv("SEVGUEST_DISPLAY_OF"));
    }

    /** Starts a window manager if there is none, and prints a message. */
    static void ensure() {
        if (isThere()) {
            return;
        }
        System.err.println("The window manager of the display is gone; starting " + PROGRAM + ".");
        start(PROGRAM);
        waitUntil("the window manager is there", true);
        Pause.pause(
                new Condition("the window manager gives windows the focus") {
                    @Override
                    public boolean test() {
                        return givesFocus();
                    }
                },
                LIMIT);
    }

    /**
     * While it starts it takes over windows without giving them the focus: another one is tried.
     */
    private static boolean givesFocus() {
        JFrame frame =
                GuiActionRunner.execute(
                        () -> {
                            var made = new JFrame();
                            made.setSize(200, 100);
                            made.setVisible(true);
                            return made;
                        });
        try {
            Pause.pause(
                    new Condition("it has the focus") {
                        @Override
                        public boolean test() {
                            return frame.isFocused();
                        }
                    },
                    FOCUS_LIMIT);
            return true;
        } catch (WaitTimedOutError tooSoon) {
            return false;
        } finally {
            GuiActionRunner.execute(() -> frame.dispose());
        }
    }

    /** Ends the window manager of the display, only if the display belongs to the tests. */
    static void end() {
        start(PROGRAM, "--exit");
        waitUntil("the window manager is gone", false);
    }

    /** Returns whether the display has a window manager. */
    static boolean isThere() {
        // the property may outlive its window, so the window is checked too
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
