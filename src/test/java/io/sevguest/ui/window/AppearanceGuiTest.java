package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.state.preferences.Preview;
import io.sevguest.state.preferences.ThemeChoice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.fife.ui.rtextarea.RTextScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that theme, size and place of the window change at once and are saved for the next start.
 */
class AppearanceGuiTest extends WindowGuiTest {
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

    /**
     * Waits until the preferences file meets a condition; files are not read on the event thread.
     */
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
    void everythingStandsWhereItStoodWhenTheThemeComesBack() {
        waitUntil("the machine is known", () -> !frame.label("host").target().getText().isEmpty());
        List<List<String>> before = placesOfPages();
        frame.menuItem("theme.DARK").click();
        assertThat(places()).isNotEmpty();
        frame.menuItem("theme.LIGHT").click();
        List<List<String>> after = placesOfPages();
        for (int page = 0; page < before.size(); page++) {
            assertThat(after.get(page)).containsExactlyInAnyOrderElementsOf(before.get(page));
        }
    }

    private List<List<String>> placesOfPages() {
        List<List<String>> all = new ArrayList<>();
        for (int page : new int[] {1, 2, 0}) {
            showPage(page);
            all.add(places());
        }
        return all;
    }

    @Test
    void whatOpensAfterAChangeOfThemeHasTheNewOne() {
        showPage(1);
        waitUntil("it is shown", () -> frame.button("launchSecurity.presets").target().isShowing());
        frame.menuItem("theme.DARK").click();
        waitUntil("the theme is dark", () -> FlatLaf.isLafDark());
        settle();
        robot().waitForIdle();
        frame.button("launchSecurity.presets").click();
        waitUntil(
                "the presets are shown",
                () -> robot().finder().findByName("launchSecurity.preset.SEV").isShowing());
        var preset = robot().finder().findByName("launchSecurity.preset.SEV");
        assertThat(brightness(onEdt(preset::getForeground))).isGreaterThan(128);
        robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        frame.button("action.check").click();
        var list = frame.dialog().panel("findings").target();
        assertThat(brightness(onEdt(list::getBackground))).isLessThan(128);
        frame.dialog().button("findings.close").click();
    }

    private static int brightness(Color color) {
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
    }

    private List<String> places() {
        settle();
        robot().waitForIdle();
        return onEdt(() -> bounds(window().frame().getContentPane()).toList());
    }

    /**
     * Returns the bounds of components, except those inside an editor, which measures its line
     * numbers again once shown.
     */
    private static Stream<String> bounds(Container container) {
        return Stream.of(container.getComponents())
                .filter(Component::isShowing)
                .flatMap(
                        part ->
                                Stream.concat(
                                        Stream.of(
                                                part.getClass().getSimpleName() + part.getBounds()),
                                        part instanceof Container inner
                                                        && !(part instanceof RTextScrollPane)
                                                ? bounds(inner)
                                                : Stream.empty()));
    }

    /** The key beside Backspace on a US keyboard, with Shift, is the plus that the menu names. */
    @Test
    void plusIsTypedWithShiftToo() {
        robot().pressKey(KeyEvent.VK_CONTROL);
        robot().pressKey(KeyEvent.VK_SHIFT);
        robot().pressAndReleaseKeys(KeyEvent.VK_EQUALS);
        robot().releaseKey(KeyEvent.VK_SHIFT);
        robot().releaseKey(KeyEvent.VK_CONTROL);
        robot().waitForIdle();
        assertThat(onEdt(UIScale::getZoomFactor)).isGreaterThan(1);
    }

    @Test
    void atTwiceTheSizeTheWholeToolBarIsSeenInANarrowWindow() {
        GuiActionRunner.execute(() -> window().frame().setSize(1024, 700));
        GuiActionRunner.execute(() -> UIScale.setZoomFactor(2));
        GuiActionRunner.execute(FlatLaf::updateUI);
        robot().waitForIdle();
        var bar = frame.toolBar("tools").target();
        List<String> cut =
                onEdt(
                        () ->
                                Stream.of(bar.getComponents())
                                        .filter(JButton.class::isInstance)
                                        .filter(
                                                part ->
                                                        part.getWidth()
                                                                        < part.getPreferredSize()
                                                                                .width
                                                                || !new Rectangle(bar.getSize())
                                                                        .contains(part.getBounds()))
                                        .map(Component::getName)
                                        .toList());
        assertThat(cut).isEmpty();
        assertThat(onEdt(() -> frame.button("action.findSetting").target().getY())).isPositive();
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
        frame.comboBox("launchSecurity.platform")
                .selectItem(List.of(EpycGeneration.values()).indexOf(EpycGeneration.ROME));
        waitUntilKept(now -> now.platform() == EpycGeneration.ROME);
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
