package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.ThemeChoice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformGuiTest extends WindowGuiTest {
    private static final int PLATFORM = 3;

    private Path full;

    @BeforeEach
    void writeExport() throws IOException {
        full =
                file(
                        "host.chain",
                        SampleCertificates.chain()
                                .append(SampleCertificates.ask().toBytes())
                                .append(SampleCertificates.ark().toBytes()));
    }

    @AfterEach
    void usualSize() {
        GuiActionRunner.execute(UIScale::zoomReset);
    }

    private Path file(String name, Bytes content) throws IOException {
        return Files.write(folder.resolve(name), content.toArray());
    }

    private static void waitForVerdict(FrameFixture frame, String words) {
        waitUntil(
                "the verdict: " + words,
                () -> frame.textBox("platform.verdict").target().getText().contains(words));
    }

    private FrameFixture openPlatform(Path... files) {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        showPage(PLATFORM);
        GuiActionRunner.execute(() -> window().drop(List.of(files)));
        waitForVerdict(frame, "chain");
        return frame;
    }

    @Test
    void anExportThatIsDroppedAnywhereOpensThePage() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        GuiActionRunner.execute(() -> window().drop(List.of(full)));
        waitUntil(
                "the page is shown",
                () ->
                        frame.list("pages").selection().length == 1
                                && frame.list("pages").target().getSelectedIndex() == PLATFORM);
        waitForVerdict(frame, "its root is not AMD's");
        assertThat(frame.textBox("platform.source").text())
                .contains("host.chain", "Root: not trusted");
    }

    @Test
    void eachLinkIsToldInWordsAndByName() throws IOException {
        Bytes cut = SampleCertificates.chain();
        byte[] changed = cut.toArray();
        changed[0x20] ^= 1;
        FrameFixture frame = openPlatform(file("changed.chain", Bytes.of(changed)));
        assertThat(frame.textBox("platform.verdict").text())
                .isEqualTo("The chain is not valid: 2 of 7 links failed.");
        assertThat(nameOf(frame, "platform.link.pek_pdh"))
                .isEqualTo("PEK → PDH: Failed: PDH: bad public key, not a point on P-384");
        assertThat(nameOf(frame, "platform.link.cek_pek")).isEqualTo("CEK → PEK: signs the PEK");
        assertThat(nameOf(frame, "platform.link.ark_ask")).contains("built into this program");
        assertThat(nameOf(frame, "platform.certificate.ARK"))
                .isEqualTo("ARK, AMD root key: key built into this program");
    }

    private static String nameOf(FrameFixture frame, String name) {
        return onEdt(
                () ->
                        frame.robot()
                                .finder()
                                .findByName(frame.target(), name)
                                .getAccessibleContext()
                                .getAccessibleName());
    }

    @Test
    void whatAGuestOwnerMadeGoesIntoTheGuestAlsoFromHere() throws IOException {
        Path godh = file("owner.cert", SampleCertificates.godh().toBytes());
        openDemo(Preferences.DEFAULT);
        showPage(PLATFORM);
        GuiActionRunner.execute(() -> window().drop(List.of(godh)));
        String base64 = SampleCertificates.godh().toBytes().toBase64();
        waitUntil("it is in the XML", () -> window().guest().text().text().contains(base64));
    }

    @Test
    void filesThatOnlyAddToThePlatformJoinIt() throws IOException {
        FrameFixture frame = openPlatform(file("plain.chain", SampleCertificates.chain()));
        assertThat(frame.textBox("platform.verdict").text()).contains("1 of 7 links failed");
        Path ca =
                file(
                        "ask_ark.cert",
                        SampleCertificates.ask()
                                .toBytes()
                                .append(SampleCertificates.ark().toBytes()));
        GuiActionRunner.execute(() -> window().drop(List.of(ca)));
        waitForVerdict(frame, "its root is not AMD's");
        assertThat(frame.textBox("platform.source").text()).contains("plain.chain, ask_ark.cert");
        GuiActionRunner.execute(() -> window().drop(List.of(full)));
        waitUntil(
                "the other platform is there alone",
                () -> frame.textBox("platform.source").target().getText().startsWith("host.chain"));
    }

    @Test
    void whatATerminalPrintedIsPasted() {
        Bytes chain = SampleCertificates.chain();
        String printed =
                "pdh            : %s%ncert-chain     : %s%ncbitpos        : 47%n"
                        .formatted(
                                chain.slice(0, 2084).toBase64(),
                                chain.slice(2084, chain.size()).toBase64());
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        showPage(PLATFORM);
        GuiActionRunner.execute(
                () ->
                        Toolkit.getDefaultToolkit()
                                .getSystemClipboard()
                                .setContents(new StringSelection(printed), null));
        frame.button("platform.paste").click();
        waitForVerdict(frame, "1 of 7 links failed");
        assertThat(frame.textBox("platform.source").text()).startsWith("clipboard");
    }

    @Test
    void eachCertificateOpensToItsFieldsByKeyboard() {
        FrameFixture frame = openPlatform(full);
        assertThat(frame.textBox("platform.details").text()).startsWith("PDH certificate");
        for (KeyUsage usage : List.of(KeyUsage.ARK, KeyUsage.OCA, KeyUsage.CEK)) {
            var node = frame.toggleButton("platform.certificate." + usage);
            node.focus();
            robot().pressAndReleaseKeys(KeyEvent.VK_SPACE);
            waitUntil(
                    "its fields",
                    () ->
                            frame.textBox("platform.details")
                                    .target()
                                    .getText()
                                    .startsWith(usage.name()));
        }
    }

    @Test
    void aClickOnTheWordsOfACertificateOpensIt() {
        FrameFixture frame = openPlatform(full);
        Component words =
                robot().finder()
                        .find(
                                frame.toggleButton("platform.certificate.CEK").target(),
                                part ->
                                        part instanceof JTextArea text
                                                && text.getText().startsWith("chip"));
        Point in = onEdt(() -> words.getParent().getLocationOnScreen());
        in.translate(words.getX() + 5, words.getY() + 5);
        robot().click(in, MouseButton.LEFT_BUTTON, 1);
        waitUntil(
                "its fields",
                () -> frame.textBox("platform.details").target().getText().startsWith("CEK"));
    }

    @Test
    void aRootOfOnesOwnIsTrustedOnlyWhenAskedForAndCalledSo() {
        FrameFixture frame = openPlatform(full);
        frame.button("platform.trust").click();
        robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        waitForVerdict(frame, "its root is not AMD's");
        assertThat(nameOf(frame, "platform.certificate.ARK")).endsWith("not a trusted root");
        frame.button("platform.trust").click();
        frame.optionPane().buttonWithText("Trust it").click();
        waitForVerdict(frame, "by a root of your own, which is not AMD's");
        assertThat(nameOf(frame, "platform.certificate.ARK")).endsWith("a root of your own");
        assertThat(frame.textBox("platform.source").text()).contains("Root: own root, SHA-256");
    }

    @Test
    void aRootThatWasTrustedIsForgottenWithItsPlatform() {
        FrameFixture frame = openPlatform(full);
        frame.button("platform.trust").click();
        frame.optionPane().buttonWithText("Trust it").click();
        waitForVerdict(frame, "by a root of your own, which is not AMD's");
        frame.button("platform.close").click();
        GuiActionRunner.execute(() -> window().drop(List.of(full)));
        waitForVerdict(frame, "its root is not AMD's");
    }

    @Test
    void certificatesAreSplitIntoPrivateFilesAndPutTogetherAgain() throws Exception {
        FrameFixture frame = openPlatform(full);
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Path whole = folder.resolve("whole.chain");
        GuiActionRunner.execute(() -> window().platforms().split(parts));
        waitUntil("the files are there", () -> Files.exists(parts.resolve("ark.cert")));
        GuiActionRunner.execute(() -> window().platforms().saveAsOne(whole));
        waitUntil("the file is there", () -> Files.exists(whole));
        assertThat(Files.readAllBytes(whole)).isEqualTo(Files.readAllBytes(full));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(whole)))
                .isEqualTo("rw-------");
        List<Path> single;
        try (var files = Files.list(parts)) {
            single = files.toList();
        }
        assertThat(single).hasSize(6);
        assertThat(PlatformFiles.read(single).certificates().toChain().toBytes())
                .isEqualTo(Bytes.of(Files.readAllBytes(full)));
        frame.button("platform.close").click();
        frame.textBox("platform.verdict").requireText("No platform is open.");
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void thePictureIsPaintedInBothThemesAndAtTwiceTheSize(ThemeChoice theme) throws IOException {
        for (int zoom : List.of(100, 200)) {
            FrameFixture frame =
                    openDemo(Preferences.DEFAULT.withTheme(theme).withZoomPercent(zoom));
            showPage(PLATFORM);
            GuiActionRunner.execute(() -> window().drop(List.of(full)));
            waitForVerdict(frame, "its root is not AMD's");
            JComponent chain =
                    (JComponent) robot().finder().findByName(frame.target(), "platform.chain");
            BufferedImage image = picture(chain);
            Color good = onEdt(() -> UIManager.getColor("Sevguest.good"));
            assertThat(has(image, good)).isTrue();
            Path out =
                    Path.of(
                            "target/screenshots",
                            "chain-%s-%d.png"
                                    .formatted(theme.name().toLowerCase(Locale.ROOT), zoom));
            Files.createDirectories(out.getParent());
            assertThat(ImageIO.write(image, "png", out.toFile())).isTrue();
            GuiActionRunner.execute(() -> window().frame().dispose());
        }
    }

    private static boolean has(BufferedImage image, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff)) {
                    return true;
                }
            }
        }
        return false;
    }
}
