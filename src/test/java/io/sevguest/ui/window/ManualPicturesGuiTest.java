package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.KnownDigest;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.policy.SevPolicy;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.ThemeChoice;
import io.sevguest.state.preferences.WindowState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/**
 * Takes the manual's pictures from the real window. They are written to the manual with {@code
 * -Dscreenshots=write}, as {@code src/site/pictures.sh} does; otherwise to {@code
 * target/screenshots}.
 */
class ManualPicturesGuiTest extends WindowGuiTest {
    private static final Path MANUAL = Path.of("src/site/resources/images");
    private static final Preferences LOOK =
            Preferences.DEFAULT
                    .withTheme(ThemeChoice.LIGHT)
                    .withWindow(
                            new WindowState(
                                    Optional.of(new WindowState.Place(20, 40, 1240, 760)),
                                    false,
                                    Map.of(),
                                    Set.of(),
                                    "guest"));
    private static final Bytes IMAGE = Bytes.of(new byte[64]);
    private static final Bytes TIK = Bytes.ofHex("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    @Test
    void theMainWindow() {
        openDemo(LOOK);
        showPage("launchSecurity");
        take("window");
    }

    @Test
    void aCertificateAndASession() {
        openDemo(LOOK);
        showPage("certificate");
        take("certificate");
    }

    @Test
    void aChain() throws IOException {
        FrameFixture frame = openDemo(LOOK);
        Bytes chain =
                SampleCertificates.chain()
                        .append(SampleCertificates.ask().toBytes())
                        .append(SampleCertificates.ark().toBytes());
        Path export = Files.write(folder.resolve("host.chain"), chain.toArray());
        GuiActionRunner.execute(() -> window().drop(List.of(export)));
        waitUntil(
                "the chain is drawn",
                () ->
                        frame.textBox("platform.source")
                                .target()
                                .getText()
                                .contains(export.getFileName().toString()));
        take("platform");
    }

    @Test
    void aVerdictOnAMeasurement() throws Exception {
        Path image = Files.write(folder.resolve("OVMF.fd"), IMAGE.toArray());
        Path key = Files.write(folder.resolve("db-1_tik.bin"), TIK.toArray());
        FrameFixture frame =
                openFile(
                        Files.writeString(
                                folder.resolve("db-1.xml"),
                                """
                                <domain type='kvm'>
                                  <name>db-1</name>
                                  <memory unit='GiB'>4</memory>
                                  <vcpu>4</vcpu>
                                  <os>
                                    <type arch='x86_64' machine='q35'>hvm</type>
                                    <loader readonly='yes' stateless='yes'>%s</loader>
                                  </os>
                                  <launchSecurity type='sev'>
                                    <policy>0x0001</policy>
                                  </launchSecurity>
                                </domain>
                                """
                                        .formatted(image)),
                        LOOK);
        showPage("measurement");
        frame.textBox("measurement.value").setText(measurement());
        frame.textBox("measurement.api").setText("1.51");
        frame.textBox("measurement.build").setText("3");
        frame.textBox("measurement.tik").setText(key.toString());
        frame.button("measurement.check").click();
        waitUntil(
                "the verdict",
                () ->
                        frame.textBox("measurement.verdict")
                                .target()
                                .getText()
                                .equals("The measurement matches"));
        take("measurement");
    }

    private static String measurement() {
        var inputs =
                new MeasurementInputs(
                        new KnownDigest(IMAGE.sha256()),
                        new FirmwareApi(1, 51, 3),
                        new SevPolicy(1));
        try (SecretBytes tik = SecretBytes.take(TIK.toArray())) {
            return inputs.measurement(tik, Bytes.of(new byte[16])).toBytes().toBase64();
        }
    }

    private void take(String name) {
        settle();
        robot().waitForIdle();
        BufferedImage picture = picture((JComponent) window().frame().getRootPane());
        assertThat(colors(picture)).as("a picture of something").hasSizeGreaterThan(20);
        boolean renew = System.getProperty("screenshots", "").equals("write");
        Path folder = renew ? MANUAL : Path.of("target/screenshots/manual");
        try {
            Files.createDirectories(folder);
            assertThat(ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile()))
                    .isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<Integer> colors(BufferedImage picture) {
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colors.add(picture.getRGB(x, y));
            }
        }
        return colors;
    }
}
