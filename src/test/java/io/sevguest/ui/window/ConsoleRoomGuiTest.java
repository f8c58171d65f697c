package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.state.preferences.WindowState;
import io.sevguest.ui.action.ActionId;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that the console of a guest gets the space of the previews, or its own window. */
class ConsoleRoomGuiTest extends WindowGuiTest {
    private static final String XML =
            """
            <domain type='kvm'>
              <name>talks</name>
              <uuid>%s</uuid>
              <memory unit='MiB'>256</memory>
              <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
              <devices><serial type='pty'/></devices>
            </domain>
            """;

    private FrameFixture frame;

    private void openGuest() throws Exception {
        Requirements.program("qemu-system-x86_64");
        Requirements.file("/usr/share/qemu/firmware");
        frame =
                openFile(
                        Files.writeString(
                                folder.resolve("talks.xml"), XML.formatted(UUID.randomUUID())));
        showPage("launch");
    }

    private void launch() {
        waitUntil("it can be launched", () -> frame.button("launch.start").target().isEnabled());
        run(ActionId.LAUNCH);
        waitLong("it runs", () -> frame.target().getTitle().contains("not encrypted"));
    }

    private void endGuest() {
        run(ActionId.STOP);
        waitUntil("it has ended", () -> !frame.target().getTitle().contains("not encrypted"));
    }

    @AfterEach
    void leaveNoGuest() {
        GuiActionRunner.execute(() -> window().actions().run(ActionId.STOP));
    }

    private void run(ActionId id) {
        GuiActionRunner.execute(() -> window().actions().run(id));
        robot().waitForIdle();
    }

    private boolean showsPreviews() {
        return onEdt(() -> robot().finder().findByName("preview", false).isVisible());
    }

    private JFrame windowOfConsole() {
        return onEdt(
                () ->
                        (JFrame)
                                SwingUtilities.getWindowAncestor(
                                        robot().finder().findByName("console")));
    }

    private Component main() {
        return frame.target();
    }

    private void closeMain() {
        control(KeyEvent.VK_Q);
        waitUntil("it is closed", () -> !window().frame().isDisplayable());
    }

    private WindowState kept() throws Exception {
        return new PreferencesFile(folder.resolve("config/sevguest")).read().window();
    }

    @Test
    void thePreviewsMakeWayForTheConsoleOfAGuest() throws Exception {
        openGuest();
        assertThat(showsPreviews()).isTrue();
        launch();
        assertThat(showsPreviews()).isFalse();
        showPage("guest");
        assertThat(showsPreviews()).isTrue();
        showPage("launch");
        endGuest();
        assertThat(showsPreviews()).as("the console still has its text").isFalse();
        closeMain();
        assertThat(kept().folded()).containsExactly(WindowState.CONSOLE);
    }

    @Test
    void previewsThatAreUnfoldedBesideTheConsoleStayThere() throws Exception {
        openGuest();
        launch();
        control(KeyEvent.VK_TAB); // out of the console
        controlShift(KeyEvent.VK_P);
        assertThat(showsPreviews()).isTrue();
        showPage("guest");
        showPage("launch");
        assertThat(showsPreviews()).isTrue();
        endGuest();
        closeMain();
        assertThat(kept().folded()).isEmpty();
    }

    @Test
    void previewsAreFoldedAwayAndBackOnAnyPage() throws Exception {
        frame = openDemo(Preferences.DEFAULT);
        double before = onEdt(() -> placeOfDivider());
        frame.menuItem("action.previews.menu").click();
        assertThat(showsPreviews()).isFalse();
        frame.menuItem("action.previews.menu").click();
        assertThat(showsPreviews()).isTrue();
        assertThat(onEdt(() -> placeOfDivider())).isEqualTo(before);
        frame.menuItem("action.previews.menu").click();
        closeMain();
        assertThat(kept().folded()).contains(WindowState.PREVIEWS);
        assertThat(kept().dividers().get(WindowState.PREVIEWS)).isBetween(0.45, 0.6);
    }

    private double placeOfDivider() {
        return frame.splitPane("split").target().getDividerLocation();
    }

    @Test
    void theConsoleMovesIntoAWindowOfItsOwnAndBack() throws Exception {
        openGuest();
        launch();
        frame.button("launch.consoleWindow").click();
        JFrame own = windowOfConsole();
        assertThat(own).isNotSameAs(main());
        assertThat(own.getTitle()).startsWith("talks – not encrypted, ").endsWith(" – console");
        assertThat(showsPreviews()).as("the page is no longer the console").isTrue();
        waitUntil("it has the focus", own::isFocused);
        controlShift(KeyEvent.VK_T);
        waitUntil("it is back", () -> windowOfConsole() == main());
        assertThat(onEdt(own::isShowing)).isFalse();
        assertThat(showsPreviews()).isFalse();
        run(ActionId.CONSOLE_WINDOW);
        waitUntil("it is away again", () -> windowOfConsole() == own);
        GuiActionRunner.execute(() -> own.dispatchEvent(closing(own)));
        waitUntil("closing puts it back", () -> windowOfConsole() == main());
        endGuest();
    }

    private static AWTEvent closing(JFrame own) {
        return new WindowEvent(own, WindowEvent.WINDOW_CLOSING);
    }

    @Test
    void theNextRunUsesTheWindowOfTheConsoleAndItEndsWithTheMainWindow() throws Exception {
        openGuest();
        launch();
        frame.button("launch.consoleWindow").click();
        JFrame own = windowOfConsole();
        endGuest();
        assertThat(onEdt(own::isShowing)).isTrue();
        assertThat(onEdt(own::getTitle)).isEqualTo("talks – console");
        launch();
        assertThat(windowOfConsole()).isSameAs(own);
        waitLong(
                "the firmware speaks in it",
                () ->
                        robot().finder()
                                .findByName(own, "console")
                                .getAccessibleContext()
                                .getAccessibleDescription()
                                .contains("BdsDxe: "));
        endGuest();
        GuiActionRunner.execute(() -> window().actions().run(ActionId.QUIT));
        waitUntil("it is closed", () -> !window().frame().isDisplayable());
        assertThat(Arrays.stream(JFrame.getFrames()).filter(ConsoleRoomGuiTest::isDisplayable))
                .isEmpty();
    }

    private static boolean isDisplayable(Frame frame) {
        return onEdt(frame::isDisplayable);
    }
}
