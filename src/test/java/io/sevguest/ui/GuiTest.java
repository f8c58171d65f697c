package io.sevguest.ui;

import io.sevguest.Requirements;
import io.sevguest.ui.theme.Theme;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.MenuSelectionManager;
import javax.swing.ToolTipManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.core.Settings;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A base class for tests that drive components like a user; component names are field and action
 * ids.
 */
@Tag("gui")
public abstract class GuiTest {
    private static final List<Integer> HELD_KEYS =
            List.of(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_ALT);
    private static final Timeout LIMIT = Timeout.timeout(20_000);
    private static final Timeout LONG_LIMIT = Timeout.timeout(180_000);

    private Robot robot;

    /**
     * Selects painting in memory if the build requests it; otherwise the display of the environment
     * is used.
     */
    @BeforeAll
    static void prepareToolkit() throws ClassNotFoundException {
        if (GraphicsEnvironment.isHeadless()) {
            Requirements.missing(
                    "GUI tests paint into memory on JDK 17 alone; on this one they need a display"
                            + " and -Dgui.display=real");
        }
        if (isInMemory()) {
            Class.forName("com.github.caciocavallosilano.cacio.ctc.junit.CacioExtension");
        }
        FailOnThreadViolationRepaintManager.install();
    }

    @BeforeEach
    void begin() {
        if (!isInMemory()) {
            WindowManager.ensure();
        }
        robot = BasicRobot.robotWithNewAwtHierarchy();
        if (isInMemory()) {
            arriveAtOnce(robot.settings());
        }
        GuiActionRunner.execute(
                () -> {
                    ToolTipManager.sharedInstance().setEnabled(showsToolTips());
                    theme().install(false);
                });
    }

    /**
     * Returns whether tool tips may appear. They appear wherever the pointer rests, cover
     * components that a test clicks, and consume the Escape key, so only tests about them enable
     * them.
     */
    protected boolean showsToolTips() {
        return false;
    }

    /**
     * Removes everything that the test left, even if it failed, so that other tests are not
     * affected.
     */
    @AfterEach
    void end() {
        try {
            HELD_KEYS.forEach(robot::releaseKey);
            robot.cleanUp();
        } finally {
            GuiActionRunner.execute(GuiTest::closeAll);
        }
    }

    private static void closeAll() {
        MenuSelectionManager.defaultManager().clearSelectedPath();
        for (Window window : Window.getWindows()) {
            if (isOfProgram(window) && window.isDisplayable()) {
                window.dispose();
            }
        }
    }

    /** Returns whether a window was created by the program and not by the toolkit. */
    private static boolean isOfProgram(Window window) {
        return window instanceof JFrame || window instanceof JDialog;
    }

    private static boolean isInMemory() {
        return System.getProperty("awt.toolkit", "").contains(".cacio.");
    }

    /** Removes delays: in memory, a sent event is in the queue at once; an X server needs time. */
    private static void arriveAtOnce(Settings settings) {
        settings.delayBetweenEvents(0);
        settings.eventPostingDelay(0);
    }

    /** Returns the theme of the test's windows. */
    protected Theme theme() {
        return Theme.LIGHT;
    }

    protected final Robot robot() {
        return robot;
    }

    /** Makes a component on the event thread and shows it in a window. */
    protected final FrameFixture show(Supplier<JComponent> content) {
        JFrame frame =
                GuiActionRunner.execute(
                        () -> {
                            var made = new JFrame();
                            made.add(content.get());
                            made.setSize(1200, 800);
                            return made;
                        });
        return showFrame(frame);
    }

    protected final FrameFixture showFrame(JFrame frame) {
        var fixture = new FrameFixture(robot, frame);
        fixture.show();
        return fixture;
    }

    /** Reads something on the event thread. */
    protected static <T> T onEdt(Supplier<T> reading) {
        return GuiActionRunner.execute(reading::get);
    }

    /** Waits until a condition holds on the event thread. */
    protected static void waitUntil(String what, BooleanSupplier so) {
        waitUntil(what, so, LIMIT);
    }

    /** Waits longer, for firmware under TCG on a busy machine. */
    protected static void waitLong(String what, BooleanSupplier so) {
        waitUntil(what, so, LONG_LIMIT);
    }

    private static void waitUntil(String what, BooleanSupplier so, Timeout limit) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        try {
                            return onEdt(so::getAsBoolean);
                        } catch (ComponentLookupException notYet) {
                            return false;
                        }
                    }
                },
                limit);
    }

    /** Returns an image of a component. */
    protected static BufferedImage picture(JComponent component) {
        return onEdt(
                () -> {
                    var image =
                            new BufferedImage(
                                    component.getWidth(),
                                    component.getHeight(),
                                    BufferedImage.TYPE_INT_RGB);
                    component.paint(image.createGraphics());
                    return image;
                });
    }
}
