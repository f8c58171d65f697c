package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.ProblemException;
import io.sevguest.readiness.DocumentFindings;
import io.sevguest.recognition.blob.BlobFindings;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the findings: counted in the status bar, and listed with buttons to their fields. */
class FindingsGuiTest extends WindowGuiTest {
    private static final String XML =
            """
            <domain type='kvm'>
              <name>odd</name>
              <memory unit='GiB'>1</memory>
              <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
              <launchSecurity type='sev'>
                <policy>10</policy>
                <dhCert>bm90IGEgY2VydGlmaWNhdGU=</dhCert>
              </launchSecurity>
            </domain>
            """;

    private FrameFixture frame;

    @BeforeEach
    void openOdd() throws IOException, ProblemException {
        Path file = Files.writeString(folder.resolve("odd.xml"), XML);
        frame = openFile(file);
    }

    @Test
    void areCountedAndListed() {
        assertThat(frame.button("status.findings").text()).contains("warning");
        frame.button("status.findings").click();
        DialogFixture list = frame.dialog();
        list.button("findings.show." + idOf("launchSecurity.policy")).click();
        waitUntil(
                "the field has the focus",
                () -> frame.textBox("launchSecurity.policy.hex").target().isFocusOwner());
    }

    @Test
    void areListedByTheirKeyToo() {
        frame.textBox("guest.name").focus();
        robot().pressAndReleaseKeys(KeyEvent.VK_F8);
        assertThat(frame.dialog().button("findings.show." + idOf("launchSecurity.policy")).text())
                .isNotEmpty();
    }

    @Test
    void includeWhatStandsInThePlaceOfTheCertificate() {
        frame.button("action.check").click();
        DialogFixture list = frame.dialog();
        list.button("findings.show." + idOf("launchSecurity.dhCert")).click();
        waitUntil(
                "the page is shown",
                () -> frame.button("certificate.import.dhCert").target().isShowing());
    }

    @Test
    void aFileThatTheXmlNamesIsOfferedIfItIsThere() throws Exception {
        OwnerFiles owner = OwnerFiles.write(folder);
        String xml =
                """
                <domain type='kvm'><name>n</name><launchSecurity type='sev'><policy>0x0001</policy>
                <dhCert>owner.pem</dhCert><session>missing.bin</session></launchSecurity></domain>
                """;
        FrameFixture frame = openFile(Files.writeString(folder.resolve("named.xml"), xml));
        showPage("certificate");
        var offer = frame.button("certificate.importNamed.dhCert");
        waitUntil("it is offered", () -> offer.target().isShowing());
        assertThat(offer.text()).isEqualTo("Import owner.pem");
        offer.click();
        waitUntil(
                "it is imported",
                () -> !window().guest().text().text().contains("<dhCert>owner.pem"));
        settle();
        String expected = LaunchSecurityFields.DH_CERT.get().apply(OwnerFiles.DEMO);
        assertThat(text().text()).contains("<dhCert>" + expected, "<session>missing.bin");
        assertThat(
                        robot().finder()
                                .findAll(
                                        part ->
                                                "certificate.importNamed.session"
                                                        .equals(part.getName())))
                .noneMatch(Component::isShowing);
        assertThat(owner.certificate()).exists();
    }

    @Test
    void whatIsNoValueStaysAndIsToldBesideItsField() {
        DomainText before = text();
        frame.textBox("guest.currentMemory").focus().enterText("much");
        frame.textBox("guest.name").focus();
        waitUntil(
                "it is told",
                () -> frame.panel("guest.currentMemory.message").target().isVisible());
        frame.textBox("guest.currentMemory").requireText("much");
        assertThat(text()).isSameAs(before);
        frame.textBox("guest.currentMemory").setText("1 GiB");
        waitUntil(
                "it is mended",
                () ->
                        !robot().finder()
                                .findByName("guest.currentMemory.message", false)
                                .isVisible());
    }

    @Test
    void severalLinesAreNotJoined() {
        GuiActionRunner.execute(
                () ->
                        window().guest()
                                .edit(
                                        "test",
                                        guest ->
                                                GuestFields.DESCRIPTION
                                                        .with()
                                                        .apply(guest, "one\ntwo")));
        frame.textBox("guest.description").requireNotEditable();
        frame.textBox("guest.title").requireEditable();
    }

    @Test
    void theSearchKnowsThePageOfASetting() {
        control(KeyEvent.VK_F);
        DialogFixture search = frame.dialog();
        search.textBox("search.words").enterText("tik file");
        assertThat(search.list("search.found").contents())
                .containsExactly("TIK file – Measurement");
        search.textBox("search.words").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        waitUntil(
                "the field has the focus",
                () -> frame.textBox("measurement.tik").target().isFocusOwner());
    }

    @Test
    void theSearchSaysThatItFoundNothingAndStays() {
        control(KeyEvent.VK_F);
        DialogFixture search = frame.dialog();
        search.textBox("search.words").enterText("qqqq");
        search.label("search.none").requireVisible();
        search.textBox("search.words").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        search.requireVisible();
        search.textBox("search.words").deleteText();
        assertThat(search.list("search.found").contents()).isNotEmpty();
        search.textBox("search.words").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    @Test
    void theSearchPrefersWhatIsNamedSo() {
        control(KeyEvent.VK_F);
        DialogFixture search = frame.dialog();
        search.textBox("search.words").enterText("measurement");
        assertThat(search.list("search.found").contents()[0])
                .isEqualTo("Measurement – Measurement");
        assertThat(search.list("search.found").contents()).contains("Start paused – Launch");
        search.textBox("search.words").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    /** Returns the id of the finding about a field of the guest. */
    private String idOf(String field) {
        DomainXml domain = (DomainXml) text();
        return Stream.of(DocumentFindings.of(domain), new BlobFindings().check(domain))
                .flatMap(List::stream)
                .filter(finding -> finding.where().equals(field))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
