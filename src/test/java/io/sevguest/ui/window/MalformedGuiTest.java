package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.problem.ProblemException;
import java.awt.Component;
import java.awt.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that the pages show nothing about a guest whose file is not valid XML yet. */
class MalformedGuiTest extends WindowGuiTest {
    private static final int LAUNCH_SECURITY = 1;
    private static final int CERTIFICATE = 2;
    private static final int LAUNCH = 6;

    @Test
    void aDroppedCertificateIsRefusedAndNotSaidToBeThere() throws Exception {
        FrameFixture frame = openFile(Files.writeString(folder.resolve("bad.xml"), "<domain>"));
        OwnerFiles owner = OwnerFiles.write(folder);
        SwingUtilities.invokeLater(() -> window().drop(List.of(owner.certificate())));
        frame.optionPane().okButton().click();
        assertThat(text().text()).isEqualTo("<domain>");
        assertThat(frame.label("status.note").text()).isEmpty();
    }

    @Test
    void thePagesWaitAndSayWhy() throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("m.xml"), "<domain><name>a</domain>");
        FrameFixture frame = openFile(file);
        showPage(LAUNCH_SECURITY);
        waitUntil(
                "the page is shown",
                () -> robot().finder().findByName("launchSecurity.presets", false).isShowing());
        frame.button("launchSecurity.presets").requireDisabled();
        assertThat(shownWords(frame)).noneMatch(words -> words.startsWith("This guest uses"));
        assertThat(onEdt(() -> robot().finder().findByName("launchSecurity.modernize", false)))
                .matches(button -> !button.isVisible());
        showPage(CERTIFICATE);
        waitUntil(
                "the page is shown",
                () -> robot().finder().findByName("certificate.import.dhCert", false).isShowing());
        assertThat(shownWords(frame)).noneMatch(words -> words.startsWith("This guest uses"));
        showPage(LAUNCH);
        waitUntil(
                "the reason is told",
                () ->
                        shownWords(frame).stream()
                                .anyMatch(
                                        words ->
                                                words.startsWith(
                                                        "There is no guest to launch. The XML is"
                                                                + " malformed: ")));
        frame.button("launch.start").requireDisabled();
    }

    @Test
    void nothingOfTheGuestBeforeIsShown() throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("m.xml"), "<domain><name>a</domain>");
        Path whole = Files.writeString(folder.resolve("w.xml"), "<domain><name>w</name></domain>");
        FrameFixture frame = openFile(whole);
        frame.textBox("guest.name").requireText("w").requireEnabled();
        drop(file);
        frame.textBox("guest.name").requireText("").requireDisabled();
        drop(whole);
        frame.textBox("guest.name").requireText("w").requireEnabled();
    }

    private void drop(Path file) {
        GuiActionRunner.execute(() -> window().drop(List.of(file)));
        waitUntil("it is open", () -> window().guest().path().equals(Optional.of(file)));
        settle();
    }

    private static List<String> shownWords(FrameFixture frame) {
        return onEdt(
                () ->
                        parts(frame.target())
                                .filter(JTextComponent.class::isInstance)
                                .filter(Component::isShowing)
                                .map(part -> ((JTextComponent) part).getText())
                                .toList());
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(
                        part ->
                                part instanceof Container inner
                                        ? Stream.concat(Stream.of(part), parts(inner))
                                        : Stream.of(part));
    }
}
