package io.sevguest.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.stream.Stream;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Tests that leftovers of one test, for example after a failure, are gone when the next one begins.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeftoversGuiTest extends GuiTest {
    @Test
    @Order(1)
    void oneLeavesWindowsAQuestionAndAHeldKey() {
        show(JTextField::new);
        GuiActionRunner.execute(() -> new JFrame("unknown to the robot").setVisible(true));
        SwingUtilities.invokeLater(
                () -> {
                    var question = new JDialog(null, Dialog.ModalityType.APPLICATION_MODAL);
                    question.setSize(200, 100);
                    question.setVisible(true);
                });
        waitUntil("the question is asked", () -> showing().anyMatch(JDialog.class::isInstance));
        robot().pressKey(KeyEvent.VK_CONTROL);
    }

    @Test
    @Order(2)
    void theNextFindsNothingOfIt() {
        assertThat(onEdt(() -> showing().toList())).isEmpty();
        var field = show(JTextField::new).textBox();
        field.enterText("typed");
        assertThat(field.text()).isEqualTo("typed");
    }

    private static Stream<Window> showing() {
        return Stream.of(Window.getWindows())
                .filter(it -> it instanceof JFrame || it instanceof JDialog)
                .filter(Window::isShowing);
    }
}
