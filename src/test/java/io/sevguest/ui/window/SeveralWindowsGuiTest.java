package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.state.preferences.ThemeChoice;
import io.sevguest.ui.action.ActionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two guests in windows of their own, in one process. */
class SeveralWindowsGuiTest extends WindowGuiTest {
    private static final String XML = "<domain type='kvm'>\n  <name>%s</name>\n</domain>\n";

    private Path one;
    private Path two;
    private MainWindow second;

    @BeforeEach
    void openTwo() throws Exception {
        one = Files.writeString(folder.resolve("one.xml"), XML.formatted("one"));
        two = Files.writeString(folder.resolve("two.xml"), XML.formatted("two"));
        openFile(one);
        GuiActionRunner.execute(() -> window().files().openInWindow(two));
        waitUntil("the second window is there", () -> windows().all().size() == 2);
        second = onEdt(() -> windows().all().get(1));
        waitUntil("it has the focus", () -> second.frame().isFocused());
        waitUntil("it is complete", () -> second.isSettled());
    }

    private static void edit(MainWindow window, String name) {
        GuiActionRunner.execute(
                () -> {
                    window.guest().edit("guest.name", guest -> guest.withTextAt("name", name));
                    window.guest().endStep();
                });
    }

    private List<Path> kept() {
        Path place = folder.resolve("state/sevguest/recovery");
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void eachHasItsOwnGuestAndUndo() {
        edit(window(), "changed");
        assertThat(onEdt(() -> second.guest().isDirty())).isFalse();
        assertThat(onEdt(() -> second.guest().undoLabel())).isEmpty();
        assertThat(onEdt(() -> second.guest().path())).contains(two);
        assertThat(onEdt(() -> window().frame().getTitle())).contains("one.xml");
        assertThat(onEdt(() -> second.frame().getTitle())).contains("two.xml");
    }

    @Test
    void aFileThatAWindowShowsIsNotOpenedTwice() {
        GuiActionRunner.execute(() -> second.files().openInWindow(one));
        waitUntil("the first window has the focus", () -> window().frame().isFocused());
        GuiActionRunner.execute(() -> window().files().open(two));
        waitUntil("the second window has the focus", () -> second.frame().isFocused());
        assertThat(onEdt(() -> windows().all())).containsExactly(window(), second);
        assertThat(onEdt(() -> window().guest().path())).contains(one);
    }

    @Test
    void closingOneLeavesTheOther() {
        edit(second, "changed");
        GuiActionRunner.execute(() -> window().actions().run(ActionId.CLOSE));
        waitUntil("the first is closed", () -> !window().frame().isDisplayable());
        assertThat(onEdt(() -> windows().all())).containsExactly(second);
        assertThat(onEdt(() -> second.guest().isDirty())).isTrue();
        SwingUtilities.invokeLater(() -> second.actions().run(ActionId.QUIT));
        new FrameFixture(robot(), second.frame()).optionPane().buttonWithText("Discard").click();
        waitUntil("the second is closed", () -> !second.frame().isDisplayable());
        assertThat(onEdt(() -> windows().all())).isEmpty();
    }

    @Test
    void quitClosesAllOfThem() {
        SwingUtilities.invokeLater(() -> window().actions().run(ActionId.QUIT));
        waitUntil(
                "both are closed",
                () -> !window().frame().isDisplayable() && !second.frame().isDisplayable());
    }

    @Test
    void theyShareThePreferences() throws Exception {
        GuiActionRunner.execute(() -> second.choose(ThemeChoice.DARK));
        GuiActionRunner.execute(() -> window().actions().run(ActionId.ZOOM_IN));
        GuiActionRunner.execute(() -> window().actions().run(ActionId.ZOOM_RESET));
        waitUntil("all is written", () -> disk.unfinished() == 0);
        var read = new PreferencesFile(folder.resolve("config/sevguest")).read();
        assertThat(read.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(read.zoomPercent()).isEqualTo(100);
        assertThat(read.recentFiles().paths()).contains(two);
    }

    @Test
    void theUnsavedEditsOfEachAreKept() {
        edit(window(), "first");
        edit(second, "second");
        waitUntil("both are kept", () -> kept().size() == 2);
        assertThat(kept())
                .anyMatch(file -> holds(file, "<name>first"))
                .anyMatch(file -> holds(file, "<name>second"));
    }

    @Test
    void whatBothLostIsRestoredInTwoWindows() throws IOException {
        edit(window(), "first");
        edit(second, "second");
        waitUntil("both are kept", () -> kept().size() == 2);
        int number = 0;
        for (Path own : kept()) {
            String lost = "1-0-lost" + number++;
            Files.copy(own, own.resolveSibling(lost + ".json"));
            Files.createFile(own.resolveSibling(lost + ".lock"));
        }
        FrameFixture again = openDemo(Preferences.DEFAULT);
        for (int i = 0; i < 2; i++) {
            again.optionPane().buttonWithText("Restore").click();
            int restored = i + 1;
            waitUntil("one more is there", () -> dirty() == restored);
        }
        assertThat(onEdt(() -> windows().all())).hasSize(2);
    }

    private long dirty() {
        return windows().all().stream().filter(it -> it.guest().isDirty()).count();
    }

    private static boolean holds(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aNewWindowBeginsWithTheDemoGuest() {
        GuiActionRunner.execute(() -> second.actions().run(ActionId.NEW_WINDOW));
        waitUntil("the third is there", () -> windows().all().size() == 3);
        MainWindow third = onEdt(() -> windows().all().get(2));
        assertThat(onEdt(() -> third.guest().path())).isEqualTo(Optional.empty());
    }
}
