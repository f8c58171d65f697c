package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SampleEcKey;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.BundleMaking;
import io.sevguest.recognition.SessionKnowledge;
import io.sevguest.session.SampleSession;
import io.sevguest.state.Preferences;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

/** Launch parameters that are dropped are loaded, and never saved over. */
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
        return BundleMaking.of(domain, SessionKnowledge.NONE).toBytes();
    }

    private void drop(Bytes content) throws Exception {
        Path zip = Files.write(folder.resolve("guest.zip"), content.toArray());
        openDemo(Preferences.DEFAULT);
        GuiActionRunner.execute(() -> window().drop(List.of(zip)));
    }

    @Test
    void wholeOnesAreLoadedAsAGuestWithoutAFile() throws Exception {
        drop(bundle());
        waitUntil("it is loaded", () -> text().text().contains("<name>bundled</name>"));
        assertThat(onEdt(() -> window().guest().path())).isEmpty();
    }
}
