package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.ui.action.ActionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/**
 * Tests that slow file operations affect only the guest for which they were started, or are
 * dropped.
 */
class SlowFilesGuiTest extends WindowGuiTest {
    private static final String XML = "<domain type='kvm'>\n  <name>one</name>\n</domain>\n";
    private static final String OTHER = "<domain type='kvm'>\n  <name>other</name>\n</domain>\n";

    private Path file(String name, String xml) throws IOException {
        return Files.writeString(folder.resolve(name), xml);
    }

    private void edit(String name) {
        GuiActionRunner.execute(
                () -> {
                    window().guest().edit("guest.name", guest -> guest.withTextAt("name", name));
                    window().guest().endStep();
                });
    }

    private void run(ActionId action) {
        SwingUtilities.invokeLater(() -> window().actions().run(action));
        robot().waitForIdle();
    }

    private boolean isDirty() {
        return onEdt(() -> window().guest().isDirty());
    }

    private void waitForDisk(BooleanSupplier so) {
        waitUntil("the disk has done it", so);
        robot().waitForIdle();
    }

    private static boolean holds(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void anotherGuestAfterASaveThatWasBegunKeepsItsOwnFile() throws Exception {
        Path one = file("one.xml", XML);
        Path other = file("other.xml", OTHER);
        FrameFixture frame = openFile(one);
        edit("two");
        disk.hold();
        run(ActionId.SAVE);
        SwingUtilities.invokeLater(() -> window().files().open(other));
        frame.optionPane().buttonWithText("Discard").click();
        disk.release();
        waitForDisk(() -> window().guest().path().equals(Optional.of(other)));
        waitForDisk(() -> holds(one, "two"));
        assertThat(onEdt(() -> window().guest().path())).contains(other);
        edit("three");
        run(ActionId.SAVE);
        waitForDisk(() -> holds(other, "three"));
        assertThat(Files.readString(one)).contains("two");
    }

    @Test
    void aFailedSaveIsToldEvenIfAnotherGuestIsOpen() throws Exception {
        Path one = file("one.xml", XML);
        Path other = file("other.xml", OTHER);
        FrameFixture frame = openFile(one);
        edit("two");
        disk.hold();
        run(ActionId.SAVE);
        SwingUtilities.invokeLater(() -> window().files().open(other));
        frame.optionPane().buttonWithText("Discard").click();
        Files.delete(one);
        Files.createDirectory(one);
        disk.release();
        frame.optionPane().okButton().click();
        waitForDisk(() -> window().guest().path().equals(Optional.of(other)));
        assertThat(isDirty()).isFalse();
    }

    @Test
    void twoQuickSavesAreDoneOneAfterTheOther() throws Exception {
        Path one = file("one.xml", XML);
        openFile(one);
        edit("two");
        disk.hold();
        run(ActionId.SAVE);
        edit("three");
        run(ActionId.SAVE);
        disk.release();
        waitForDisk(() -> !window().guest().isDirty());
        assertThat(Files.readString(one)).contains("three");
    }

    @Test
    void whatIsTypedDuringASaveStaysUnsaved() throws Exception {
        Path one = file("one.xml", XML);
        openFile(one);
        edit("two");
        disk.hold();
        run(ActionId.SAVE);
        edit("three");
        disk.release();
        waitForDisk(() -> window().guest().saved().text().contains("two"));
        assertThat(isDirty()).isTrue();
        assertThat(text().text()).contains("three");
    }

    @Test
    void whatIsTypedWhileAFileIsReadIsAskedAbout() throws Exception {
        Path one = file("one.xml", XML);
        Path other = file("other.xml", OTHER);
        FrameFixture frame = openFile(one);
        disk.hold();
        GuiActionRunner.execute(() -> window().files().open(other));
        edit("two");
        disk.release();
        frame.optionPane().buttonWithText("Cancel").click();
        assertThat(text().text()).contains("two");
        assertThat(onEdt(() -> window().guest().path())).contains(one);
    }

    @Test
    void anotherGuestAfterAnImportWasBegunGetsNoCertificate() throws Exception {
        var owner = OwnerFiles.write(folder);
        openFile(file("one.xml", XML));
        disk.hold();
        GuiActionRunner.execute(() -> window().drop(List.of(owner.session(), owner.certificate())));
        DomainText other = DomainText.ofText(OTHER, XmlEncoding.UTF_8);
        GuiActionRunner.execute(() -> window().guest().open(other, Optional.empty()));
        disk.release();
        waitForDisk(() -> disk.unfinished() == 0);
        assertThat(text()).isEqualTo(other);
    }

    @Test
    void theFileThatWasAskedForLastIsOpened() throws Exception {
        Path one = file("one.xml", XML);
        Path other = file("other.xml", OTHER);
        openFile(one);
        disk.hold();
        GuiActionRunner.execute(() -> window().files().open(file("slow.xml", XML)));
        GuiActionRunner.execute(() -> window().files().open(other));
        disk.release();
        waitForDisk(() -> window().guest().path().equals(Optional.of(other)));
        assertThat(onEdt(() -> window().guest().path())).contains(other);
    }

    @Test
    void theWindowClosesOnceWhatIsBeingSavedIsWritten() throws Exception {
        Path one = file("one.xml", XML);
        FrameFixture frame = openFile(one);
        edit("two");
        disk.hold();
        run(ActionId.SAVE);
        run(ActionId.QUIT);
        frame.optionPane().buttonWithText("Discard").click();
        assertThat(onEdt(() -> window().frame().isDisplayable())).isTrue();
        disk.release();
        waitUntil("it is closed", () -> !window().frame().isDisplayable());
        assertThat(Files.readString(one)).contains("two");
    }

    @Test
    void whatIsTypedWhileClosingWaitsForASaveIsAskedAbout() throws Exception {
        FrameFixture frame = openFile(file("one.xml", XML));
        edit("two");
        disk.hold();
        run(ActionId.QUIT);
        frame.optionPane().buttonWithText("Save").click();
        waitUntil("the save has begun", () -> disk.waiting() == 1);
        edit("three");
        disk.release();
        frame.optionPane().buttonWithText("Cancel").click();
        assertThat(onEdt(() -> window().frame().isVisible())).isTrue();
        assertThat(text().text()).contains("three");
    }

    @Test
    void ofTwoQuickZoomsTheLaterIsKept() throws ProblemException {
        openDemo(Preferences.DEFAULT);
        disk.hold();
        run(ActionId.ZOOM_IN);
        run(ActionId.ZOOM_RESET);
        assertThat(disk.waiting()).isEqualTo(1);
        disk.release();
        run(ActionId.QUIT);
        waitUntil("it is closed", () -> !window().frame().isDisplayable());
        assertThat(new PreferencesFile(folder.resolve("config/sevguest")).read().zoomPercent())
                .isEqualTo(100);
    }
}
