package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.ThemeChoice;
import io.sevguest.state.preferences.WindowState;
import io.sevguest.ui.PaintedText;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.ScrollablePage;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PagesGuiTest extends WindowGuiTest {
    private static final List<String> PAGES =
            List.of(
                    "guest",
                    "launchSecurity",
                    "certificate",
                    "platform",
                    "firmware",
                    "devices",
                    "launch",
                    "measurement",
                    "secret");

    @AfterEach
    void usualSize() {
        GuiActionRunner.execute(UIScale::zoomReset);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsPaintedInBothThemes(ThemeChoice theme) {
        openDemo(Preferences.DEFAULT.withTheme(theme));
        paintAll(theme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyPageIsPaintedAtTwiceTheSize() {
        openDemo(Preferences.DEFAULT.withTheme(ThemeChoice.DARK).withZoomPercent(200));
        paintAll("dark-zoomed");
    }

    @ParameterizedTest
    @CsvSource({"1280,800", "1100,700"})
    void noPageScrollsSidewaysAtTwiceTheSize(int width, int height) {
        openDemo(
                Preferences.DEFAULT
                        .withZoomPercent(200)
                        .withWindow(
                                new WindowState(
                                        Optional.of(new WindowState.Place(0, 0, width, height)),
                                        false,
                                        Map.of(),
                                        Set.of(),
                                        "guest")));
        List<String> cut = new ArrayList<>();
        for (int page = 0; page < PAGES.size(); page++) {
            showPage(page);
            settle();
            robot().waitForIdle();
            String name = PAGES.get(page);
            ScrollablePage view = robot().finder().findByType(ScrollablePage.class, true);
            onEdt(() -> outside(view)).forEach(part -> cut.add(name + ": " + part));
            paint(name + "-narrow-" + width);
        }
        assertThat(cut).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,guest.name", "1,launchSecurity.policy.hex", "8,secret.file"})
    void aWalkByKeysIsSeenAtTwiceTheSize(int page, String first) {
        FrameFixture frame = openDemo(Preferences.DEFAULT.withZoomPercent(200));
        showPage(page);
        waitUntil("it is shown", () -> frame.textBox(first).target().isShowing());
        frame.textBox(first).focus();
        ScrollablePage view = robot().finder().findByType(ScrollablePage.class, true);
        List<String> hidden = new ArrayList<>();
        int steps = 0;
        while (onEdt(() -> view.isAncestorOf(focused())) && steps < 60) {
            onEdt(() -> hiddenPart(focused())).ifPresent(hidden::add);
            robot().pressAndReleaseKeys(KeyEvent.VK_TAB);
            robot().waitForIdle();
            steps++;
        }
        assertThat(steps).isBetween(4, 59);
        assertThat(hidden).isEmpty();
    }

    private static Component focused() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
    }

    private static Optional<String> hiddenPart(Component part) {
        int seen = ((JComponent) part).getVisibleRect().height;
        return seen < Math.min(part.getHeight(), 30)
                ? Optional.of(part.getName() + ": " + seen)
                : Optional.empty();
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(
                        part ->
                                part instanceof JScrollPane || !(part instanceof Container inner)
                                        ? Stream.of(part)
                                        : Stream.concat(Stream.of(part), parts(inner)));
    }

    /** Returns the components of a page that extend beyond its visible right edge. */
    private static List<String> outside(ScrollablePage view) {
        int right = view.getParent().getWidth();
        return parts(view)
                .filter(part -> part.isShowing())
                .filter(
                        part ->
                                SwingUtilities.convertPoint(part, part.getWidth(), 0, view).x
                                        > right)
                .map(part -> part.getClass().getSimpleName() + " " + part.getName())
                .toList();
    }

    private void paintAll(String name) {
        for (int page = 0; page < PAGES.size(); page++) {
            showPage(page);
            settle();
            robot().waitForIdle();
            paint(PAGES.get(page) + "-" + name);
        }
    }

    private void paint(String name) {
        var root = (JComponent) window().frame().getRootPane();
        PaintedText.Capture painted = onEdt(() -> PaintedText.read(root));
        Path file = Path.of("target/screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            assertThat(ImageIO.write(painted.picture(), "png", file.toFile())).isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertThat(painted.words()).hasSizeGreaterThan(20);
        assertThat(painted.unreadable()).as(name).isEmpty();
    }

    @Test
    void everyButtonThatIsOffSaysWhy() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        Texts texts = Texts.load();
        List<String> off = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (int page = 0; page < PAGES.size(); page++) {
            showPage(page);
            settle();
            robot()
                    .finder()
                    .findAll(frame.target(), part -> part instanceof AbstractButton)
                    .stream()
                    .map(AbstractButton.class::cast)
                    .filter(button -> onEdt(() -> button.isShowing() && !button.isEnabled()))
                    .peek(button -> off.add(button.getName()))
                    .filter(button -> !tellsWhy(button, texts))
                    .forEach(button -> silent.add(button.getName()));
        }
        assertThat(silent).isEmpty();
        assertThat(off)
                .contains("secret.make", "measurement.fetch", "devices.remove", "action.undo");
    }

    private static boolean tellsWhy(AbstractButton button, Texts texts) {
        String words = onEdt(() -> button.getAccessibleContext().getAccessibleDescription());
        return words != null
                && words.endsWith(".")
                && words.equals(onEdt(button::getToolTipText))
                && !words.equals(texts.orEmpty(button.getName() + ".tip"));
    }

    @Test
    void aBoxWithThreeStatesSaysWhatTheDashMeans() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        showPage(PAGES.indexOf("firmware"));
        settle();
        JComponent box = frame.checkBox("firmware.loaderStateless").target();
        String words = onEdt(() -> box.getAccessibleContext().getAccessibleDescription());
        assertThat(words).startsWith("Variables are not measured").contains("A dash means");
        assertThat(onEdt(() -> box.getToolTipText())).isEqualTo(words);
    }

    @Test
    void everyInputHasAnAccessibleName() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        List<String> nameless = new ArrayList<>();
        for (int page = 0; page < PAGES.size(); page++) {
            showPage(page);
            robot().finder().findAll(frame.target(), PagesGuiTest::isInput).stream()
                    .filter(part -> accessibleName(part).isEmpty())
                    .map(part -> part.getClass().getSimpleName() + " " + part.getName())
                    .forEach(nameless::add);
        }
        assertThat(nameless).isEmpty();
    }

    private static boolean isInput(Component part) {
        boolean input =
                part instanceof JTextComponent
                        || part instanceof AbstractButton
                        || part instanceof JTable
                        || part instanceof JComboBox<?>;
        return input && part.isShowing() && part.isFocusable() && !isPartOfAnother(part);
    }

    /** Returns whether a button was added by the look and feel to another component. */
    private static boolean isPartOfAnother(Component part) {
        Component parent = part.getParent();
        return part instanceof AbstractButton
                && (parent instanceof JTextComponent
                        || parent instanceof JSpinner
                        || parent instanceof JComboBox<?>
                        || parent instanceof JScrollBar);
    }

    private static String accessibleName(Component part) {
        return onEdt(
                () -> {
                    String name = part.getAccessibleContext().getAccessibleName();
                    return name == null ? "" : name.strip();
                });
    }
}
