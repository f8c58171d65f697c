package io.sevguest.ui.launch;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import io.sevguest.ui.console.ConsolePane;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.StablePadding;
import java.awt.BorderLayout;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/**
 * The console of a guest, on its page or in a window of its own; closing that window puts it back.
 * Used on the event thread.
 */
public final class ConsoleWindow {
    private final ConsolePane console;
    private final GuestRun run;
    private final Texts texts;
    private final JFrame frame = new JFrame();
    private final JPanel place = new JPanel(new BorderLayout());
    private final WrappedText elsewhere;
    private final List<Runnable> watchers = new ArrayList<>();
    private boolean open;

    ConsoleWindow(ConsolePane console, GuestRun run, Texts texts) {
        this.console = console;
        this.run = run;
        this.texts = texts;
        elsewhere = new WrappedText(texts.get("console.window.elsewhere"));
        elsewhere.setBorder(new StablePadding(12, 12, 12, 12));
        place.add(console.component());
        frame.setName("console.window");
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        putBack();
                    }
                });
        run.onChange(this::showTitle);
    }

    /** Returns the place of the console while it has no window. */
    JPanel place() {
        return place;
    }

    /** Returns the root of the window, for key strokes that also work in it. */
    public JRootPane root() {
        return frame.getRootPane();
    }

    /** Adds a listener for the console's move into the window and back. */
    public void onMove(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Returns whether the console is in the window. */
    public boolean isOpen() {
        return open;
    }

    /** Moves the console into the window, or back. */
    public void toggle() {
        if (open) {
            putBack();
            console.requestFocus();
        } else {
            open();
        }
    }

    private void open() {
        open = true;
        move(place, frame.getContentPane());
        place.add(elsewhere);
        refresh(place);
        showTitle();
        boolean first = frame.getIconImages().isEmpty();
        if (first) {
            frame.setIconImages(FlatSVGUtils.createWindowIconImages(Icons.APP));
            frame.pack();
            Dimension screen = frame.getToolkit().getScreenSize();
            frame.setSize(
                    Math.min(frame.getWidth(), screen.width),
                    Math.min(frame.getHeight(), screen.height));
            frame.setLocationRelativeTo(SwingUtilities.getWindowAncestor(place));
        }
        frame.setVisible(true);
        console.requestFocus();
        tell();
    }

    private void putBack() {
        open = false;
        frame.setVisible(false);
        place.removeAll();
        move(frame.getContentPane(), place);
        tell();
    }

    /** Disposes of the window. */
    void dispose() {
        frame.dispose();
    }

    private void move(Container from, Container to) {
        from.remove(console.component());
        to.add(console.component());
        refresh(to);
    }

    private static void refresh(Container part) {
        part.revalidate();
        part.repaint();
    }

    /** Brings the window to the front if it has the console. */
    void toFront() {
        if (open) {
            frame.toFront();
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    /**
     * Shows the guest's name and whether it is encrypted in the title, as in that of the main
     * window.
     */
    private void showTitle() {
        String name =
                run.state().isAlive()
                        ? run.title()
                        : run.plan().map(plan -> plan.domain().textAt("name")).orElse("");
        frame.setTitle(
                name.isEmpty()
                        ? texts.get("console.name")
                        : texts.get("console.window.title", name));
    }
}
