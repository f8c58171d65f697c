package io.sevguest.ui.dialog;

import io.sevguest.ui.form.Texts;
import java.awt.KeyboardFocusManager;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.SwingUtilities;

/** Handles uncaught exceptions of all threads of the window: logs each, and shows it once. */
public final class FaultHandler implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(FaultHandler.class.getName());

    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LOG.log(Level.ERROR, "fault in thread " + thread.getName(), fault);
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        if (shown.add(trace.toString())) {
            SwingUtilities.invokeLater(() -> show(trace.toString()));
        }
    }

    private static void show(String trace) {
        var focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        boolean usable = focused != null && focused.isShowing();
        FaultDialog.show(usable ? focused : null, Texts.load(), trace);
    }
}
