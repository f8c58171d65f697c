package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.certificate.SampleCertificates;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.ProblemException;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests an administrator's work flow: open, drop, check, undo, save; nothing else changes. */
class StoryGuiTest extends WindowGuiTest {
    private static final int LAUNCH_SECURITY = 1;
    private static final String XML =
            """
            <?xml version="1.0"?>\r
            <!-- kept as it is -->\r
            <domain type='kvm'>\r
            \t<name>story</name>  <uuid>11111111-2222-3333-4444-555555555555</uuid>\r
            \t<memory unit="KiB">1048576</memory>\r
            \t<os><type arch='x86_64' machine='q35'>hvm</type></os>\r
            \t<launchSecurity type="sev">\r
            \t\t<!-- mine --><policy>0x0001</policy>\r
            \t</launchSecurity>\r
            </domain>""";

    private Path file;
    private OwnerFiles owner;

    @BeforeEach
    void writeFiles() throws IOException {
        file = Files.writeString(folder.resolve("story.xml"), XML);
        owner = OwnerFiles.write(folder);
    }

    private String written() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private void drop() {
        GuiActionRunner.execute(() -> window().drop(List.of(owner.session(), owner.certificate())));
        waitUntil("the files are in the guest", () -> window().guest().undoLabel().isPresent());
    }

    @Test
    void bothDroppedFilesGoIntoTheirPlacesInOneStep() throws ProblemException {
        FrameFixture frame = openFile(file);
        drop();
        assertThat(frame.label("status.note").text()).contains("owner.pem").contains("blob.txt");
        DomainXml edited = (DomainXml) text();
        assertThat(LaunchSecurityFields.DH_CERT.get().apply(edited))
                .isEqualTo(LaunchSecurityFields.DH_CERT.get().apply(OwnerFiles.DEMO));
        assertThat(LaunchSecurityFields.SESSION.get().apply(edited))
                .isEqualTo(LaunchSecurityFields.SESSION.get().apply(OwnerFiles.DEMO));
        GuiActionRunner.execute(() -> window().guest().undo());
        assertThat(text().text()).isEqualTo(XML);
    }

    @Test
    void whatIsKnownToBeWrongIsNotTakenByEnter() throws ProblemException, IOException {
        FrameFixture frame = openFile(file);
        Path pdh = folder.resolve("host.cert");
        Files.write(pdh, SampleCertificates.pdh().toBytes().toArray());
        SwingUtilities.invokeLater(() -> window().drop(List.of(pdh)));
        JOptionPane question = frame.optionPane().target();
        assertThat(onEdt(question::getInitialValue)).isEqualTo("Cancel");
        robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        waitUntil("it is answered", () -> !question.isShowing());
        assertThat(text().text()).isEqualTo(XML);
    }

    @Test
    void anEmptyFileIsRefusedAtOnce() throws ProblemException, IOException {
        FrameFixture frame = openFile(file);
        Path empty = Files.createFile(folder.resolve("empty"));
        SwingUtilities.invokeLater(() -> window().drop(List.of(empty)));
        JOptionPane told = frame.optionPane().target();
        assertThat(onEdt(() -> told.getOptions())).containsExactly("Close");
        robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        waitUntil("it is answered", () -> !told.isShowing());
        assertThat(text().text()).isEqualTo(XML);
    }

    @Test
    void whatIsNotRecognizedTakesNoPlaceByEnter() throws ProblemException, IOException {
        FrameFixture frame = openFile(file);
        Path other = Files.writeString(folder.resolve("other"), "hello");
        SwingUtilities.invokeLater(() -> window().drop(List.of(other)));
        JOptionPane question = frame.optionPane().target();
        assertThat(onEdt(question::getInitialValue)).isEqualTo("Cancel");
        robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        waitUntil("it is answered", () -> !question.isShowing());
        assertThat(text().text()).isEqualTo(XML);
    }

    @Test
    void aTickedPolicyBitIsSavedAndNothingElseChanges() throws ProblemException, IOException {
        FrameFixture frame = openFile(file);
        showPage(LAUNCH_SECURITY);
        frame.checkBox("launchSecurity.policy.noks").click();
        settle();
        assertThat(frame.textBox("preview.xml").text()).contains("<policy>0x0003</policy>");
        frame.button("action.save").click();
        waitUntil("it is saved", () -> !window().guest().isDirty());
        assertThat(written()).isEqualTo(XML.replace("0x0001", "0x0003"));
    }

    @Test
    void undoAndRedoByKeysGoBackAndForth() throws ProblemException {
        FrameFixture frame = openFile(file);
        showPage(LAUNCH_SECURITY);
        frame.checkBox("launchSecurity.policy.nodbg").click();
        assertThat(text().text()).contains("0x0000");
        control(KeyEvent.VK_Z);
        assertThat(text().text()).isEqualTo(XML);
        frame.checkBox("launchSecurity.policy.nodbg").requireSelected();
    }

    @Test
    void aFileChangedByAnotherProgramIsNotOverwrittenUnasked()
            throws ProblemException, IOException {
        FrameFixture frame = openFile(file);
        showPage(LAUNCH_SECURITY);
        frame.checkBox("launchSecurity.policy.noks").click();
        String theirs = XML.replace("1048576", "2097152");
        Files.writeString(file, theirs);
        control(KeyEvent.VK_S);
        var question = frame.optionPane();
        question.buttonWithText("Reload").click();
        waitUntil("it is read again", () -> window().guest().text().text().equals(theirs));
        assertThat(written()).isEqualTo(theirs);
    }

    @Test
    void theSearchFindsASettingAndFocusesIt() throws ProblemException {
        FrameFixture frame = openFile(file);
        frame.textBox("guest.name").focus();
        control(KeyEvent.VK_F);
        var search = frame.dialog();
        search.textBox("search.words").enterText("c-bit");
        search.textBox("search.words").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        waitUntil(
                "the field has the focus",
                () -> frame.textBox("launchSecurity.cbitpos").target().isFocusOwner());
    }

    @Test
    void keysAloneAreEnough() throws ProblemException, IOException {
        FrameFixture frame = openFile(file);
        frame.textBox("guest.name").focus();
        robot().pressAndReleaseKeys(KeyEvent.VK_END);
        robot().enterText("-2");
        control(KeyEvent.VK_S);
        waitUntil("it is saved", () -> !window().guest().isDirty());
        assertThat(written()).isEqualTo(XML.replace("<name>story<", "<name>story-2<"));
    }

    @Test
    void aNewGuestIsChosenFromTheTemplates() throws ProblemException {
        FrameFixture frame = openFile(file);
        frame.textBox("guest.name").focus();
        control(KeyEvent.VK_N);
        robot().click(robot().finder().findByName("template.SEV_ES", JMenuItem.class, true));
        waitUntil("a new guest is there", () -> window().guest().path().isEmpty());
        assertThat(text().text()).contains("<policy>0x0007</policy>");
    }
}
