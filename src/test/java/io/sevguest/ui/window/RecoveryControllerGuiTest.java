package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.preferences.Preferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

class RecoveryControllerGuiTest extends WindowGuiTest {
    private static final String XML = "<domain type='kvm'>\n  <name>one</name>\n</domain>\n";

    private Optional<Path> kept() {
        Path place = folder.resolve("state/sevguest/recovery");
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".json")).findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> keptTexts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/sevguest/recovery"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private void edit(String name) {
        GuiActionRunner.execute(
                () -> window().guest().edit("guest.name", guest -> guest.withTextAt("name", name)));
    }

    @Test
    void anUnsavedEditIsKeptUntilItIsSaved() throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("one.xml"), XML);
        FrameFixture frame = openFile(file);
        edit("two");
        waitUntil("the edit is kept", () -> kept().isPresent());
        frame.button("action.save").click();
        waitUntil("what was kept is forgotten", () -> kept().isEmpty());
    }

    @Test
    void whatAnotherProgramLeftIsRestoredAndUndoneToItsFile() throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("one.xml"), XML);
        openFile(file);
        edit("two");
        restoreAsLeftByAnotherProgram();
        assertThat(onEdt(() -> window().guest().isDirty())).isTrue();
        waitUntil("its tasks have ended", () -> disk.unfinished() == 0);
        assertThat(keptTexts())
                .as("a second crash loses nothing")
                .anyMatch(it -> it.contains("two"));
        GuiActionRunner.execute(() -> window().guest().undo());
        assertThat(text().text()).isEqualTo(XML);
    }

    @Test
    void aRestoredGuestThatNeverHadAFileHasNothingToUndo() throws IOException {
        openDemo(Preferences.DEFAULT);
        edit("two");
        restoreAsLeftByAnotherProgram();
        assertThat(onEdt(() -> window().guest().isDirty())).isTrue();
        assertThat(onEdt(() -> window().guest().undoLabel())).isEmpty();
    }

    @Test
    void aStateFolderThatCannotBeUsedIsToldWithoutADialog() throws Exception {
        Files.createDirectories(folder.resolve("state/sevguest"));
        Files.createFile(folder.resolve("state/sevguest/recovery"));
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        edit("two");
        waitUntil(
                "it is told",
                () ->
                        robot().finder().findAll(frame.target(), JLabel.class::isInstance).stream()
                                .map(part -> String.valueOf(((JLabel) part).getText()))
                                .anyMatch(
                                        words ->
                                                words.startsWith(
                                                        "Unsaved changes cannot be kept")));
        assertThat(robot().finder().findAll(JOptionPane.class::isInstance)).isEmpty();
    }

    @Test
    void aRestoredGuestThatEqualsItsFileIsShown() throws Exception {
        Path file = Files.writeString(folder.resolve("one.xml"), XML);
        FrameFixture frame = openFile(file);
        DomainText other = DomainText.ofText(XML.replace("one", "restored"), XmlEncoding.UTF_8);
        GuiActionRunner.execute(() -> window().guest().openUnsaved(other, other, Optional.empty()));
        assertThat(frame.textBox("guest.name").text()).isEqualTo("restored");
    }

    private void restoreAsLeftByAnotherProgram() throws IOException {
        waitUntil("the edit is kept", () -> kept().isPresent());
        Path own = kept().orElseThrow();
        Files.copy(own, own.resolveSibling("1-0-lost.json"));
        Files.createFile(own.resolveSibling("1-0-lost.lock"));
        FrameFixture again = openDemo(Preferences.DEFAULT);
        again.optionPane().buttonWithText("Restore").click();
        waitUntil("it is there again", () -> window().guest().text().text().contains("two"));
    }
}
