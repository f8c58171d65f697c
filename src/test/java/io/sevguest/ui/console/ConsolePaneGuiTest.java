package io.sevguest.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.ui.GuiTest;
import io.sevguest.ui.form.Texts;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsolePaneGuiTest extends GuiTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private ConsolePane console;
    private TerminalView view;

    @BeforeEach
    void showConsole() {
        var window =
                show(
                        () -> {
                            console = new ConsolePane(Texts.load(), sent::writeBytes);
                            return console.component();
                        });
        view = window.robot().finder().findByType(window.target(), TerminalView.class);
        robot().focusAndWaitForFocusGain(view);
    }

    private String sent() {
        return onEdt(() -> sent.toString(StandardCharsets.UTF_8));
    }

    private void press(int key, int modifiers) {
        GuiActionRunner.execute(
                () ->
                        view.dispatchEvent(
                                new KeyEvent(
                                        view,
                                        KeyEvent.KEY_PRESSED,
                                        0,
                                        modifiers,
                                        key,
                                        KeyEvent.CHAR_UNDEFINED)));
    }

    @Test
    void sendsWhatIsTyped() {
        robot().enterText("ver");
        press(KeyEvent.VK_UP, 0);
        press(KeyEvent.VK_F2, 0);
        press(KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK);
        press(KeyEvent.VK_BACK_SPACE, 0);
        assertThat(sent()).isEqualTo("ver\033[A\033OQ\003\177");
    }

    @Test
    void sendsTheOtherCodesOfCursorKeysWhenAsked() {
        console.write("\033[?1h".getBytes(StandardCharsets.US_ASCII));
        press(KeyEvent.VK_LEFT, 0);
        assertThat(sent()).isEqualTo("\033OD");
    }

    @Test
    void pastesLinesAsIfTyped() {
        GuiActionRunner.execute(
                () ->
                        Toolkit.getDefaultToolkit()
                                .getSystemClipboard()
                                .setContents(new StringSelection("a\nb"), null));
        press(KeyEvent.VK_V, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK);
        assertThat(sent()).isEqualTo("a\rb");
    }

    @Test
    void copiesTheSelectionAndSendsNothing() {
        console.write("hello \r\nguest".getBytes(StandardCharsets.US_ASCII));
        waitUntil(
                "the output is shown",
                () -> view.getAccessibleContext().getAccessibleDescription().contains("guest"));
        press(KeyEvent.VK_A, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK);
        press(KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK);
        assertThat(onEdt(ConsolePaneGuiTest::clipboard)).isEqualTo("hello\nguest");
        assertThat(sent()).isEmpty();
    }

    private static Object clipboard() {
        try {
            return Toolkit.getDefaultToolkit()
                    .getSystemClipboard()
                    .getData(DataFlavor.stringFlavor);
        } catch (UnsupportedFlavorException | IOException none) {
            throw new AssertionError(none);
        }
    }

    @Test
    void followsTheOutputToItsEnd() {
        for (int i = 0; i < 200; i++) {
            console.write(("line " + i + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        waitUntil(
                "the end is visible",
                () -> {
                    var visible = view.getVisibleRect();
                    return view.getHeight() > visible.height
                            && visible.y + visible.height >= view.getHeight() - 2;
                });
    }
}
