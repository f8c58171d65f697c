package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.certificate.SampleCertificates;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.state.session.SessionBook;
import io.sevguest.ui.dialog.NewSessionDialog;
import io.sevguest.ui.file.GuestStore;
import io.sevguest.ui.session.NewSessionFlow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a session made in the window is in the XML and on the pages, and is checked against
 * its policy.
 */
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
        select(2);
    }

    private void select(int page) {
        GuiActionRunner.execute(() -> frame.list("pages").target().setSelectedIndex(page));
        settle();
    }

    /** Makes a session without its dialog, which has its own test. */
    private void make() {
        NewSessionFlow making = onEdt(() -> window().sessions().begin().orElseThrow());
        GuiActionRunner.execute(() -> making.read(List.of(pdh)));
        waitUntil("the platform is read", making::hasPlatform);
        GuiActionRunner.execute(
                () -> making.make(new NewSessionDialog.Request(folder, "db-1", true)));
        waitUntil("the session is in the XML", () -> session().isPresent());
    }

    @Test
    void anotherGuestAfterTheMakingWasBegunGetsNoSession() {
        NewSessionFlow making = onEdt(() -> window().sessions().begin().orElseThrow());
        GuiActionRunner.execute(() -> making.read(List.of(pdh)));
        waitUntil("the platform is read", making::hasPlatform);
        disk.hold();
        GuiActionRunner.execute(
                () -> making.make(new NewSessionDialog.Request(folder, "db-1", true)));
        DomainText other = DomainText.ofText(XML.replace("db-1", "db-2"), XmlEncoding.UTF_8);
        GuiActionRunner.execute(() -> window().guest().open(other, Optional.empty()));
        disk.release();
        frame.optionPane().okButton().click();
        assertThat(folder.resolve("db-1_tik.bin")).exists();
        assertThat(text()).isEqualTo(other);
    }

    @Test
    void anotherGuestAfterTheLookUpWasBegunHasNoSession() throws Exception {
        make();
        Path made = folder.resolve("made.xml");
        Files.writeString(made, text().text());
        GuestStore.OpenResult read = GuestStore.open(made);
        DomainText other = DomainText.ofText(XML, XmlEncoding.UTF_8);
        GuiActionRunner.execute(() -> window().guest().open(other, Optional.empty()));
        waitUntil("there is none", () -> words("certificate.origin").startsWith("No session."));
        disk.hold();
        GuiActionRunner.execute(() -> window().guest().open(read.text(), read.file()));
        GuiActionRunner.execute(
                () ->
                        window().guest()
                                .open(
                                        DomainText.ofText("<domain>", XmlEncoding.UTF_8),
                                        Optional.empty()));
        disk.release();
        waitUntil("both look-ups have ended", () -> disk.unfinished() == 0);
        settle();
        GuiActionRunner.execute(() -> window().guest().open(other, Optional.empty()));
        assertThat(words("certificate.origin")).startsWith("No session.");
    }

    @Test
    void aPolicyThatChangesMeanwhileIsTheOneTheSessionIsMadeFor() {
        NewSessionFlow making = onEdt(() -> window().sessions().begin().orElseThrow());
        GuiActionRunner.execute(() -> making.read(List.of(pdh)));
        waitUntil("the platform is read", making::hasPlatform);
        GuiActionRunner.execute(
                () ->
                        window().guest()
                                .edit(
                                        "launchSecurity.policy",
                                        domain ->
                                                LaunchSecurityFields.POLICY
                                                        .with()
                                                        .apply(
                                                                domain,
                                                                Optional.of(new SevPolicy(5)))));
        GuiActionRunner.execute(
                () -> making.make(new NewSessionDialog.Request(folder, "db-1", true)));
        waitUntil("the session is in the XML", () -> session().isPresent());
        LaunchSession made = onEdt(this::session).orElseThrow();
        assertThat(
                        new SessionBook(folder.resolve("state/sevguest"))
                                .knowledge(made, Optional.empty(), List.of(new SevPolicy(5)))
                                .proved())
                .contains(new SevPolicy(5));
    }

    @Test
    void cancelStopsTheMaking() {
        NewSessionFlow making = onEdt(() -> window().sessions().begin().orElseThrow());
        GuiActionRunner.execute(() -> making.read(List.of(pdh)));
        waitUntil("the platform is read", making::hasPlatform);
        DomainText before = text();
        disk.hold();
        GuiActionRunner.execute(
                () -> making.make(new NewSessionDialog.Request(folder, "db-1", true)));
        GuiActionRunner.execute(() -> making.cancel());
        disk.release();
        waitUntil("it has ended", () -> disk.unfinished() == 0);
        robot().waitForIdle();
        assertThat(text()).isEqualTo(before);
        assertThat(folder.resolve("db-1_tik.bin")).doesNotExist();
    }

    private static void press(AbstractButton button) {
        GuiActionRunner.execute(() -> button.doClick());
    }

    private String words(String name) {
        return frame.textBox(name).text();
    }

    @Test
    void theSessionGoesIntoTheXmlAsOneStep() throws Exception {
        waitUntil("there is none", () -> words("certificate.origin").startsWith("No session."));
        DomainText before = text();
        make();
        assertThat(folder.resolve("db-1_tik.bin")).exists();
        assertThat(folder.resolve("db-1.session.json")).exists();
        LaunchSession made = onEdt(this::session).orElseThrow();
        SessionKnowledge known =
                new SessionBook(folder.resolve("state/sevguest"))
                        .knowledge(made, Optional.empty(), List.of());
        assertThat(known.proved()).contains(new SevPolicy(1));
        waitUntil(
                "the page tells it",
                () -> words("certificate.origin").startsWith("Made for policy 0x0001. POLICY_MAC"));
        assertThat(words("certificate.origin")).contains("epyc.cert", "was not verified");
        GuiActionRunner.execute(() -> window().guest().undo());
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void itsKeysAreNamedWhereTheyAreNeeded() throws Exception {
        make();
        select(7);
        waitUntil("the TIK is named", () -> words("measurement.tik").endsWith("db-1_tik.bin"));
        select(8);
        waitUntil("the TEK is named", () -> words("secret.tek").endsWith("db-1_tek.bin"));
        frame.textBox("secret.tek").setText("/other");
        GuiActionRunner.execute(() -> window().guest().undo());
        select(7);
        waitUntil("it is known no more", () -> words("measurement.tik").isEmpty());
        select(8);
        assertThat(words("secret.tek")).isEqualTo("/other");
    }

    private Optional<LaunchSession> session() {
        return window().guest().domain().flatMap(SessionFindings::session);
    }

    @Test
    void aChangedPolicyOffersBothRemedies() {
        make();
        waitUntil(
                "the session is known",
                () -> words("certificate.origin").startsWith("Made for policy"));
        select(1);
        press(frame.checkBox("launchSecurity.policy.noks").target());
        waitUntil("the button is there", this::offersNewSession);
        String mend = "launchSecurity.policy.message." + SessionFindings.OTHER_POLICY;
        assertThat(onEdt(() -> frame.button(mend).target().getText())).isEqualTo("Use 0x0001");
        press(frame.button(mend).target());
        settle();
        DomainXml domain = (DomainXml) text();
        assertThat(LaunchSecurityFields.POLICY.get().apply(domain)).contains(new SevPolicy(1));
        waitUntil("the button is gone", () -> !offersNewSession());
    }

    private boolean offersNewSession() {
        return !robot().finder()
                .findAll(
                        frame.target(),
                        part ->
                                "launchSecurity.newSession".equals(part.getName())
                                        && part.isShowing())
                .isEmpty();
    }
}
