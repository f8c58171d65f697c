package io.sevguest.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javax.swing.JTextField;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that later tests work after the window manager has ended. */
class WindowManagerGuiTest extends GuiTest {
    static boolean isOnADisplayOfTests() {
        return WindowManager.isOfTests();
    }

    @Test
    @EnabledIf(
            value = "isOnADisplayOfTests",
            disabledReason = "it ends the window manager of the display, which is not the tests'")
    void isStartedAgain() {
        WindowManager.end();
        assertThat(WindowManager.isThere()).isFalse();
        WindowManager.ensure();
        FrameFixture frame = show(JTextField::new);
        waitUntil("it has the focus", () -> frame.target().isFocused());
    }
}
