package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SampleEcKey;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.LaunchBundleWriter;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.SampleSession;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.ui.form.WrappedText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that dropped launch parameters are loaded, and never overwritten. */
class BundleGuiTest extends WindowGuiTest {
    private static Bytes bundle() throws Exception {
        String session =
                SampleSession.of(new SampleEcKey("owner"), new SampleEcKey("platform"), 1, "word")
                        .toBytes()
                        .toBase64();
        String xml =
                "<domain type='kvm'><name>bundled</name><memory>1</memory><launchSecurity type='sev'>"
                        + "<policy>0x0001</policy><dhCert>%s</dhCert><session>%s</session>"
                                .formatted(SampleCertificates.godh().toBytes().toBase64(), session)
                        + "</launchSecurity></domain>";
        DomainXml domain = DomainXml.parse("x", Bytes.of(xml.getBytes(StandardCharsets.UTF_8)));
        return LaunchBundleWriter.of(domain, SessionKnowledge.NONE).toBytes();
    }

    private FrameFixture drop(Bytes content) throws Exception {
        Path zip = Files.write(folder.resolve("guest.zip"), content.toArray());
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        SwingUtilities.invokeLater(() -> window().drop(List.of(zip)));
        return frame;
    }

    @Test
    void wholeOnesAreLoadedAsAGuestWithoutAFile() throws Exception {
        FrameFixture frame = drop(bundle());
        waitUntil("it is loaded", () -> text().text().contains("<name>bundled</name>"));
        waitUntil(
                "it is told", () -> frame.label("status.note").text().contains("sums are correct"));
        assertThat(onEdt(() -> window().guest().path())).isEmpty();
    }

    @Test
    void alteredOnesAreRefusedAndTheGuestStays() throws Exception {
        Bytes whole = bundle();
        String told = new String(whole.toArray(), StandardCharsets.ISO_8859_1);
        byte[] altered = whole.toArray();
        altered[told.indexOf("sha256sum")] ^= 1;
        JOptionPane message = drop(Bytes.of(altered)).optionPane().target();
        assertThat(robot().finder().findAll(message, WrappedText.class::isInstance))
                .extracting(words -> onEdt(((WrappedText) words)::getText))
                .contains("guest.zip")
                .anyMatch(words -> words.startsWith("The zip file is damaged: invalid entry CRC"));
        assertThat(text().text()).doesNotContain("bundled");
    }
}
