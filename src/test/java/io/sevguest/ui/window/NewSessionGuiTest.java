package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.certificate.SampleCertificates;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.SessionFindings;
import io.sevguest.recognition.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.state.SessionBook;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JRootPane;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session made in the window: into the XML, told on the pages, and held to its policy. */
class NewSessionGuiTest extends WindowGuiTest {
    private static final String XML =
            """
            <domain type='kvm'>
              <name>db-1</name>
              <memory unit='GiB'>1</memory>
              <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
              <launchSecurity type='sev'>
                <policy>0x0001</policy>
              </launchSecurity>
            </domain>
            """;

    private FrameFixture frame;
    private Path pdh;

    @BeforeEach
    void open() throws Exception {
        Path guest = Files.writeString(folder.resolve("guest.xml"), XML);
        pdh =
                Files.write(
                        folder.resolve("epyc.cert"), SampleCertificates.pdh().toBytes().toArray());
        frame = openFile(guest);
        showPage(2);
    }

    private DialogFixture ask() {
        frame.button("certificate.newSession").click();
        return frame.dialog("newSession");
    }

    private void drop(DialogFixture dialog, Path file) {
        GuiActionRunner.execute(
                () -> {
                    JRootPane root = ((JDialog) dialog.target()).getRootPane();
                    var drop = (FileDrop) root.getTransferHandler();
                    drop.take(List.of(file));
                });
    }

    private static void waitForPlatform(DialogFixture dialog) {
        waitUntil(
                "the platform is shown",
                () -> dialog.textBox("newSession.platform").text().contains("epyc.cert"));
    }

    private String words(String name) {
        return frame.textBox(name).text();
    }

    @Test
    void anUnverifiedPlatformNeedsATickAndTheSessionGoesIntoTheXmlAsOneStep() throws Exception {
        assertThat(words("certificate.origin")).startsWith("No session.");
        DomainText before = text();
        DialogFixture dialog = ask();
        assertThat(onEdt(() -> dialog.button("newSession.make").target().isEnabled())).isFalse();
        drop(dialog, pdh);
        waitForPlatform(dialog);
        assertThat(onEdt(() -> dialog.button("newSession.make").target().isEnabled())).isFalse();
        dialog.checkBox("newSession.unverified").check();
        dialog.button("newSession.make").click();
        waitUntil("the session is in the XML", () -> session().isPresent());
        assertThat(folder.resolve("db-1_tik.bin")).exists();
        assertThat(folder.resolve("db-1.session.json")).exists();
        LaunchSession made = onEdt(this::session).orElseThrow();
        SessionKnowledge known =
                new SessionBook(folder.resolve("state/sevguest"))
                        .knowledge(made, Optional.empty(), List.of());
        assertThat(known.proved()).contains(new SevPolicy(1));
        waitUntil(
                "the page tells it",
                () -> words("certificate.origin").startsWith("Made for policy 0x0001; POLICY_MAC"));
        assertThat(words("certificate.origin")).contains("epyc.cert", "was not verified");
        control(KeyEvent.VK_Z);
        assertThat(text()).isEqualTo(before);
    }

    private Optional<LaunchSession> session() {
        return window().guest().domain().flatMap(SessionFindings::session);
    }

    @Test
    void aChangedPolicyOffersBothRemedies() {
        DialogFixture dialog = ask();
        drop(dialog, pdh);
        waitForPlatform(dialog);
        dialog.checkBox("newSession.unverified").check();
        dialog.button("newSession.make").click();
        waitUntil(
                "the session is known",
                () -> words("certificate.origin").startsWith("Made for policy"));
        showPage(1);
        frame.checkBox("launchSecurity.policy.noks").check();
        waitUntil(
                "the button is there",
                () -> frame.button("launchSecurity.newSession").target().isShowing());
        String mend = "launchSecurity.policy.message." + SessionFindings.OTHER_POLICY;
        assertThat(onEdt(() -> frame.button(mend).target().getText())).isEqualTo("Use 0x0001");
        frame.button(mend).click();
        settle();
        DomainXml domain = (DomainXml) text();
        assertThat(LaunchSecurityFields.POLICY.get().apply(domain)).contains(new SevPolicy(1));
        waitUntil(
                "the button is gone",
                () ->
                        robot().finder()
                                .findAll(
                                        frame.target(),
                                        part ->
                                                "launchSecurity.newSession".equals(part.getName())
                                                        && part.isShowing())
                                .isEmpty());
    }

    @Test
    void whatIsNoPdhIsRefused() throws Exception {
        Path pek =
                Files.write(folder.resolve("x.cert"), SampleCertificates.pek().toBytes().toArray());
        DialogFixture dialog = ask();
        drop(dialog, pek);
        waitUntil(
                "the refusal",
                () ->
                        robot().finder().findAll(JOptionPane.class::isInstance).stream()
                                .anyMatch(Component::isShowing));
        robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        assertThat(onEdt(() -> dialog.textBox("newSession.platform").text()))
                .startsWith("None yet");
        dialog.button("newSession.cancel").click();
    }
}
