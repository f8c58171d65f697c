package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.ThemeChoice;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the whole work flow with the keyboard alone: open, import, check, preview, save, launch.
 */
class KeyboardStoryGuiTest extends WindowGuiTest {
    private static final int MOST_STEPS = 60;
    private static final String XML =
            """
            <?xml version="1.0"?>\r
            <!-- kept as it is -->\r
            <domain type='kvm'>\r
            \t<name>by-keys</name>  <uuid>11111111-2222-3333-4444-777777777777</uuid>\r
            \t<memory unit="MiB">256</memory>\r
            \t<os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>\r
            \t<features><acpi/></features>\r
            \t<devices><serial type='pty'/></devices>\r
            \t<launchSecurity type="sev">\r
            \t\t<!-- mine --><policy>0x0001</policy>\r
            \t</launchSecurity>\r
            </domain>""";

    private Path file;
    private OwnerFiles owner;
    private FrameFixture frame;

    @BeforeEach
    void writeFiles() throws IOException {
        file = Files.writeString(folder.resolve("by-keys.xml"), XML);
        owner = OwnerFiles.write(folder);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void theWholeStoryByKeysAlone(ThemeChoice theme) throws IOException {
        frame = openDemo(Preferences.DEFAULT.withTheme(theme));
        openTheFile();
        importBothBlobs();
        tickABitAndWatch();
        control(KeyEvent.VK_S);
        waitUntil("it is saved", () -> !window().guest().isDirty());
        assertOnlyLaunchSecurityDiffers();
        Requirements.program("qemu-system-x86_64");
        Requirements.file("/usr/share/qemu/firmware");
        press(KeyEvent.VK_F9);
        waitUntil(
                "the reasons are told", () -> reasons().stream().anyMatch(s -> s.contains("SEV")));
        frame.button("launch.start").requireDisabled();
        startNotEncrypted();
        control(KeyEvent.VK_Q);
        waitUntil("it is closed", () -> !window().frame().isDisplayable());
    }

    private void openTheFile() {
        control(KeyEvent.VK_O);
        enterFiles(file.toString());
        waitUntil("the file is open", () -> window().guest().path().isPresent());
        settle();
    }

    private void importBothBlobs() {
        control(KeyEvent.VK_I);
        enterFiles("\"" + owner.certificate() + "\" \"" + owner.session() + "\"");
        waitUntil("both are in the guest", () -> window().guest().undoLabel().isPresent());
        waitUntil(
                "their place is shown",
                () -> robot().finder().findByName("certificate.import.dhCert", false).isShowing());
    }

    private void tickABitAndWatch() {
        shiftTabTo("pages");
        press(KeyEvent.VK_UP);
        tabTo("launchSecurity.policy.noks");
        press(KeyEvent.VK_SPACE);
        tabTo("launchSecurity.policy.domain");
        press(KeyEvent.VK_SPACE);
        settle();
        assertThat(shown("preview.xml")).contains("<policy>0x0013</policy>");
        press(KeyEvent.VK_F6);
        waitUntil("the previews have the focus", () -> isFocused("preview.xml"));
        control(KeyEvent.VK_PAGE_DOWN);
        waitUntil(
                "the command is shown",
                () -> robot().finder().findByName("preview.command", false).isShowing());
        settle();
        assertThat(shown("preview.command")).contains("policy=0x13").contains("session-file=");
    }

    private void assertOnlyLaunchSecurityDiffers() throws IOException {
        String written = Files.readString(file);
        assertThat(written).contains("<!-- mine --><policy>0x0013</policy>").contains("<dhCert>");
        assertThat(outside(written)).isEqualTo(outside(XML));
    }

    /** Returns the lines before and after the element. */
    private static List<String> outside(String text) {
        return List.of(
                text.substring(0, text.indexOf("<launchSecurity")),
                text.substring(text.indexOf("</launchSecurity>")));
    }

    private void startNotEncrypted() {
        waitUntil(
                "it can be started",
                () -> robot().finder().findByName("launch.startNotEncrypted", false).isEnabled());
        tabTo("launch.startNotEncrypted");
        press(KeyEvent.VK_SPACE);
        waitUntil("the title says so", () -> frame.target().getTitle().contains("not encrypted"));
        waitLong("the firmware speaks", () -> consoleText().contains("BdsDxe: "));
        control(KeyEvent.VK_TAB); // leaves the console, which consumes all other keys
        shift(KeyEvent.VK_F9);
        waitUntil("it has ended", () -> !frame.target().getTitle().contains("not encrypted"));
    }

    private List<String> reasons() {
        return Stream.of(
                        ((JComponent) robot().finder().findByName("launch.readiness"))
                                .getComponents())
                .filter(JTextArea.class::isInstance)
                .map(words -> ((JTextArea) words).getText())
                .toList();
    }

    private String consoleText() {
        return robot().finder()
                .findByName("console")
                .getAccessibleContext()
                .getAccessibleDescription();
    }

    private String shown(String name) {
        return frame.textBox(name).target().getText();
    }

    /** Types names into the file chooser, whose field has the focus initially. */
    private void enterFiles(String names) {
        waitUntil("the chooser waits for a name", KeyboardStoryGuiTest::isInChooser);
        robot().enterText(names);
        press(KeyEvent.VK_ENTER);
    }

    private static boolean isInChooser() {
        return focused() instanceof JTextField field
                && SwingUtilities.getWindowAncestor(field) instanceof Dialog;
    }

    private static Component focused() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    private static boolean isFocused(String name) {
        Component owner = focused();
        return owner != null && name.equals(owner.getName());
    }

    private void tabTo(String name) {
        walkTo(name, () -> press(KeyEvent.VK_TAB));
    }

    private void shiftTabTo(String name) {
        walkTo(name, () -> shift(KeyEvent.VK_TAB));
    }

    private static void walkTo(String name, Runnable step) {
        for (int steps = 0; steps < MOST_STEPS && !onEdt(() -> isFocused(name)); steps++) {
            step.run();
        }
        assertThat(onEdt(() -> String.valueOf(focused()))).contains("[" + name + ",");
    }

    private void shift(int key) {
        robot().pressKey(KeyEvent.VK_SHIFT);
        press(key);
        robot().releaseKey(KeyEvent.VK_SHIFT);
    }

    private void press(int key) {
        robot().pressAndReleaseKeys(key);
        robot().waitForIdle();
    }
}
