package io.sevguest.ui.window;

import static javax.swing.SwingUtilities.getAncestorOfClass;
import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.Platform;
import io.sevguest.state.Preferences;
import io.sevguest.state.PreferencesFile;
import io.sevguest.state.Preview;
import io.sevguest.state.ThemeChoice;
import java.awt.Insets;
import java.awt.event.KeyEvent;
import java.util.function.Predicate;
import javax.swing.JScrollPane;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Theme, size and place of the window change at once and are kept for the next start. */
class LooksGuiTest extends WindowGuiTest {
    private FrameFixture frame;
    private PreferencesFile kept;

    @BeforeEach
    void openLight() {
        frame = openDemo(Preferences.DEFAULT.withTheme(ThemeChoice.LIGHT));
        kept = new PreferencesFile(folder.resolve("config").resolve("sevguest"));
    }

    @AfterEach
    void usualSize() {
        GuiActionRunner.execute(UIScale::zoomReset);
    }

    private Preferences kept() {
        try {
            return kept.exists() ? kept.read() : Preferences.DEFAULT;
        } catch (ProblemException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Waits until the file says so; files are not read on the event thread. */
    private void waitUntilKept(Predicate<Preferences> so) {
        Pause.pause(
                new Condition("it is kept") {
                    @Override
                    public boolean test() {
                        return so.test(kept());
                    }
                });
    }

    @Test
    void theThemeChangesAndIsKept() {
        frame.menuItem("theme.DARK").click();
        assertThat(onEdt(FlatLaf::isLafDark)).isTrue();
        waitUntilKept(now -> now.theme() == ThemeChoice.DARK);
        frame.menuItem("theme.LIGHT").click();
        assertThat(onEdt(FlatLaf::isLafDark)).isFalse();
        waitUntilKept(now -> now.theme() == ThemeChoice.LIGHT);
    }

    @Test
    void theListOfPagesGetsNoFrameFromAnotherLook() {
        frame.menuItem("theme.DARK").click();
        var pages = robot().finder().findByName(frame.target(), "pages");
        JScrollPane pane = (JScrollPane) getAncestorOfClass(JScrollPane.class, pages);
        Insets around = onEdt(() -> pane.getInsets());
        assertThat(around).isEqualTo(new Insets(0, 0, 0, 0));
    }

    @Test
    void zoomByKeysIsKept() {
        frame.textBox("guest.name").focus();
        control(KeyEvent.VK_ADD);
        assertThat(onEdt(UIScale::getZoomFactor)).isGreaterThan(1);
        waitUntilKept(now -> now.zoomPercent() > 100);
        control(KeyEvent.VK_0);
        assertThat(onEdt(UIScale::getZoomFactor)).isEqualTo(1);
        waitUntilKept(now -> now.zoomPercent() == 100);
    }

    @Test
    void whatIsWrappedAndThePickedProcessorAreKept() {
        frame.toggleButton("preview.wrap").click();
        waitUntilKept(now -> now.wrapped().contains(Preview.XML));
        showPage(1);
        frame.comboBox("launchSecurity.platform").selectItem(Platform.ROME.ordinal());
        waitUntilKept(now -> now.platform() == Platform.ROME);
    }

    @Test
    void whereTheWindowStoodIsKeptWhenItIsClosed() {
        showPage(4);
        control(KeyEvent.VK_Q);
        waitUntil("it is closed", () -> !window().frame().isDisplayable());
        assertThat(kept().window().place()).isPresent();
        assertThat(kept().window().page()).isEqualTo("firmware");
    }
}
