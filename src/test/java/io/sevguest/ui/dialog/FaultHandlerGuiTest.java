package io.sevguest.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.ui.GuiTest;
import java.util.List;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.matcher.DialogMatcher;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultHandlerGuiTest extends GuiTest {
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void install() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(new FaultHandler());
    }

    @AfterEach
    void giveBack() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void showsAFaultOfTheEventThreadOnceWithItsTrace() {
        var fault = new IllegalStateException("a broken promise");
        for (int unused : List.of(1, 2)) {
            SwingUtilities.invokeLater(
                    () -> {
                        throw fault;
                    });
        }
        DialogFixture dialog = WindowFinder.findDialog("fault").using(robot());
        assertThat(dialog.textBox("fault.report").text())
                .contains("a broken promise", "FaultHandlerGuiTest", "SEV Guest Configurator");
        assertThat(robot().finder().findAll(DialogMatcher.withName("fault"))).hasSize(1);
        dialog.button("fault.close").click();
    }
}
