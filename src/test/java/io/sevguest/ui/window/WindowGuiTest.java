package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.Xdg;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.file.GuestStore;
import io.sevguest.ui.page.PageEntry;
import io.sevguest.ui.task.Tasks;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.swing.JTabbedPane;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.io.TempDir;

/** A base class for tests of the whole window, with its own folders. */
abstract class WindowGuiTest extends GuiTest {
    private static final UUID UUID_OF_TESTS = new UUID(1, 2);

    @TempDir Path folder;

    /** The disk of this window, which a test can slow down. */
    final SlowDisk disk = new SlowDisk();

    private OpenWindows windows;
    private MainWindow window;
    private FrameFixture frame;

    /** Opens the demo guest, which has no file. */
    final FrameFixture openDemo(Preferences preferences) {
        return open(
                new StartupState(
                        GuestTemplate.DEMO.create(UUID_OF_TESTS),
                        Optional.empty(),
                        preferences,
                        List.of()));
    }

    /** Opens a file. */
    final FrameFixture openFile(Path path) throws ProblemException {
        return openFile(path, Preferences.DEFAULT);
    }

    /** Opens a file in a window with certain preferences. */
    final FrameFixture openFile(Path path, Preferences preferences) throws ProblemException {
        GuestStore.OpenResult opened = GuestStore.open(path);
        return open(new StartupState(opened.text(), opened.file(), preferences, List.of()));
    }

    private FrameFixture open(StartupState beginning) {
        Xdg places =
                Xdg.of(
                        Map.of(
                                "XDG_CONFIG_HOME",
                                folder.resolve("config").toString(),
                                "XDG_STATE_HOME",
                                folder.resolve("state").toString()),
                        folder);
        window =
                GuiActionRunner.execute(
                        () -> {
                            Appearance.install(beginning.preferences());
                            windows =
                                    new OpenWindows(
                                            new PreferencesFile(places.config()),
                                            beginning.preferences(),
                                            places,
                                            () -> new Tasks(disk));
                            return windows.add(beginning);
                        });
        GuiActionRunner.execute(() -> window.open(() -> {}));
        frame = new FrameFixture(robot(), window.frame());
        waitUntil("the previews are there", () -> preview().isPresent());
        waitUntil("it has the focus", () -> window.frame().isFocused());
        // a window manager may have moved it without an event; moving it to another place sends one
        GuiActionRunner.execute(() -> window.frame().setLocation(20, 40));
        robot().waitForIdle();
        settle();
        return frame;
    }

    private Optional<JTabbedPane> preview() {
        return robot().finder().findAll(JTabbedPane.class::isInstance).stream()
                .map(JTabbedPane.class::cast)
                .filter(tabs -> "preview".equals(tabs.getName()))
                .findFirst();
    }

    /** The windows of the process, the first of which is {@link #window}. */
    final OpenWindows windows() {
        return windows;
    }

    final MainWindow window() {
        return window;
    }

    /** Waits until the analysis of the last edit is shown. */
    final void settle() {
        waitUntil("the previews follow", () -> window.isSettled());
    }

    /** Returns the current text of the guest. */
    final DomainText text() {
        return onEdt(() -> window.guest().text());
    }

    /** Shows a page without a click, which could miss while the window is still being placed. */
    final void showPage(int index) {
        var list = frame.list("pages").target();
        GuiActionRunner.execute(() -> list.setSelectedIndex(index));
        robot().waitForIdle();
    }

    /** Shows the page with an id, such as {@code launchSecurity}. */
    final void showPage(String id) {
        var list = frame.list("pages").target();
        int index =
                onEdt(
                        () ->
                                IntStream.range(0, list.getModel().getSize())
                                        .filter(
                                                row ->
                                                        idOf(list.getModel().getElementAt(row))
                                                                .equals(id))
                                        .findFirst()
                                        .orElseThrow());
        showPage(index);
    }

    private static String idOf(Object entry) {
        return ((PageEntry) entry).id();
    }

    /** Presses Ctrl, Shift and a key. */
    final void controlShift(int key) {
        robot().pressKey(KeyEvent.VK_SHIFT);
        control(key);
        robot().releaseKey(KeyEvent.VK_SHIFT);
    }

    /** Presses Ctrl and a key. */
    final void control(int key) {
        robot().pressKey(KeyEvent.VK_CONTROL);
        robot().pressAndReleaseKeys(key);
        robot().releaseKey(KeyEvent.VK_CONTROL);
        robot().waitForIdle();
    }
}
