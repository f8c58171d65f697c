package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.KnownDigest;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.policy.SevPolicy;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a guest owner can check a measurement in the window and make the secret for the
 * launch.
 */
class MeasurementGuiTest extends WindowGuiTest {
    private static final int MEASUREMENT = 7;
    private static final int SECRET = 8;
    private static final Bytes IMAGE = Bytes.of(new byte[64]);
    private static final Bytes TIK = Bytes.ofHex("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final Bytes TEK = Bytes.ofHex("00112233445566778899aabbccddeeff");

    private FrameFixture frame;

    @BeforeEach
    void writeGuest() throws Exception {
        Path image = Files.write(folder.resolve("OVMF.fd"), IMAGE.toArray());
        Files.write(folder.resolve("vm_tik.bin"), TIK.toArray());
        Files.write(folder.resolve("vm_tek.bin"), TEK.toArray());
        Files.writeString(folder.resolve("passphrase"), "open sesame");
        frame =
                openFile(
                        Files.writeString(
                                folder.resolve("guest.xml"),
                                """
                                <domain type='kvm'><name>vault</name><memory>1048576</memory>
                                <os><type arch='x86_64' machine='q35'>hvm</type>
                                <loader>%s</loader></os>
                                <launchSecurity type='sev'><policy>0x1</policy></launchSecurity>
                                </domain>
                                """
                                        .formatted(image)));
        showPage(MEASUREMENT);
    }

    private static String measurement(int policy) {
        var inputs =
                new MeasurementInputs(
                        new KnownDigest(IMAGE.sha256()),
                        new FirmwareApi(1, 51, 3),
                        new SevPolicy(policy));
        try (SecretBytes tik = SecretBytes.take(TIK.toArray())) {
            return inputs.measurement(tik, Bytes.of(new byte[16])).toBytes().toBase64();
        }
    }

    private void type(String measurement) {
        frame.textBox("measurement.value").setText(measurement);
        frame.textBox("measurement.api").setText("1.51");
        frame.textBox("measurement.build").setText("3");
        frame.textBox("measurement.tik").setText(folder.resolve("vm_tik.bin").toString());
    }

    private void check(String verdict) {
        frame.button("measurement.check").click();
        waitForVerdict(verdict);
    }

    private void waitForVerdict(String verdict) {
        waitUntil(
                "the verdict: " + verdict,
                () -> frame.textBox("measurement.verdict").target().getText().equals(verdict));
    }

    @Test
    void aMeasurementThatMatchesAllowsTheSecret() {
        type(measurement(1));
        check("The measurement matches");
        showPage(SECRET);
        assertThat(frame.textBox("secret.state").text()).contains("was verified and matches");
        frame.textBox("secret.file").setText(folder.resolve("passphrase").toString());
        frame.textBox("secret.tek").setText(folder.resolve("vm_tek.bin").toString());
        assertThat(frame.textBox("secret.state").text()).contains("was verified and matches");
        frame.button("secret.make").requireEnabled();
    }

    @Test
    void inASmallWindowTheVerdictIsSeenAndTheFocusStays() {
        type(measurement(1));
        GuiActionRunner.execute(() -> window().frame().setSize(1000, 420));
        robot().waitForIdle();
        var button = frame.button("measurement.check");
        button.focus();
        robot().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        waitForVerdict("The measurement matches");
        var verdict = frame.textBox("measurement.verdict").target();
        waitUntil("it is seen", () -> verdict.getVisibleRect().height >= verdict.getHeight());
        waitUntil("the focus is back", () -> button.target().isFocusOwner());
    }

    @Test
    void aMismatchIsExplainedAndNoSecretOffered() {
        type(measurement(0));
        check("The measurement does not match");
        assertThat(
                        robot().finder()
                                .findAll(
                                        part ->
                                                part instanceof JTextComponent words
                                                        && words.getText()
                                                                .contains("bit 0 (NODBG)")))
                .isNotEmpty();
        showPage(SECRET);
        assertThat(frame.textBox("secret.state").text()).contains("does not match");
        frame.button("secret.make").requireDisabled();
    }

    @Test
    void whatIsTypedOrEditedLaterMakesTheVerdictVoid() {
        type(measurement(1));
        check("The measurement matches");
        frame.textBox("measurement.build").setText("4");
        waitForVerdict("Not checked yet");
        frame.textBox("measurement.build").setText("3");
        check("The measurement matches");
        GuiActionRunner.execute(
                () ->
                        window().guest()
                                .edit(
                                        "guest.name",
                                        domain -> GuestFields.NAME.with().apply(domain, "other")));
        waitForVerdict("Not checked yet");
    }

    @Test
    void theExpectedDigestIsToldBeforeAnythingIsMeasured() throws Exception {
        JTextComponent digest = frame.textBox("measurement.digest").requireNotEditable().target();
        frame.button("measurement.compute").click();
        waitUntil("the digest", () -> digest.getText().equals(IMAGE.sha256().toHex()));
        Bytes other = Bytes.of(new byte[96]);
        Path image = Files.write(folder.resolve("other.fd"), other.toArray());
        frame.textBox("measurement.firmware").setText(image.toString());
        assertThat(digest.getText()).isEmpty();
        frame.button("measurement.compute").click();
        waitUntil("the other digest", () -> digest.getText().equals(other.sha256().toHex()));
        frame.textBox("measurement.firmware").setText(folder.resolve("none").toString());
        frame.button("measurement.compute").click();
        waitForVerdict("Not checked");
        assertThat(digest.getText()).isEmpty();
    }

    private void requireUnverified() {
        showPage(SECRET);
        assertThat(frame.textBox("secret.state").text()).doesNotContain("matches");
        frame.button("secret.make").requireDisabled();
        showPage(MEASUREMENT);
    }

    @Test
    void aCheckThatFailsForgetsTheMatchBefore() throws Exception {
        type(measurement(1));
        check("The measurement matches");
        Files.delete(folder.resolve("vm_tik.bin"));
        check("Not checked");
        requireUnverified();
    }

    @Test
    void aDigestThatCannotBeComputedLeavesNoMatchBehindNotChecked() throws Exception {
        type(measurement(1));
        check("The measurement matches");
        Files.delete(folder.resolve("OVMF.fd"));
        frame.button("measurement.compute").click();
        waitForVerdict("Not checked");
        requireUnverified();
    }

    @Test
    void anotherGuestAfterACheckIsNotChecked() {
        type(measurement(1));
        check("The measurement matches");
        GuiActionRunner.execute(() -> window().guest().open(text(), Optional.empty()));
        waitForVerdict("Not checked yet");
        requireUnverified();
    }

    @Test
    void anotherGuestAfterACheckWasBegunIsNotChecked() {
        type(measurement(1));
        disk.hold();
        frame.button("measurement.check").click();
        frame.button("measurement.compute").click();
        GuiActionRunner.execute(() -> window().guest().open(text(), Optional.empty()));
        disk.release();
        waitUntil("both have ended", () -> disk.unfinished() == 0);
        robot().waitForIdle();
        assertThat(frame.textBox("measurement.verdict").text()).isEqualTo("Not checked yet");
        assertThat(frame.textBox("measurement.digest").text()).isEmpty();
        requireUnverified();
    }

    @Test
    void theImageIsAskedForWhereTheXmlNamesNone() {
        assertThat(firmwareHint()).isEqualTo("the one in the XML");
        GuiActionRunner.execute(
                () -> window().guest().edit("test", domain -> domain.withoutTextAt("os/loader")));
        assertThat(firmwareHint()).isEqualTo("the image that the host boots");
    }

    private String firmwareHint() {
        JComponent field = frame.textBox("measurement.firmware").target();
        return onEdt(() -> (String) field.getClientProperty("JTextField.placeholderText"));
    }

    @Test
    void whatIsMissingIsSaid() {
        check("Not checked");
        type("no measurement");
        check("Not checked");
        type(measurement(1).substring(0, 40));
        check("Not checked");
        type(measurement(1));
        frame.textBox("measurement.tik").setText(folder.resolve("none").toString());
        check("Not checked");
        frame.button("measurement.fetch").requireDisabled();
        assertThat(Optional.of(frame.textBox("measurement.parts").text()))
                .get()
                .asString()
                .contains("0x0001 = 1", "OVMF.fd");
    }
}
