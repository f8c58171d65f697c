package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.state.Preferences;
import io.sevguest.state.ThemeChoice;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesGuiTest extends WindowGuiTest {
    private static final List<String> PAGES =
            List.of(
                    "guest",
                    "launchSecurity",
                    "certificate",
                    "platform",
                    "firmware",
                    "devices",
                    "launch");

    @AfterEach
    void usualSize() {
        GuiActionRunner.execute(UIScale::zoomReset);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsPaintedInBothThemes(ThemeChoice theme) throws IOException {
        openDemo(Preferences.DEFAULT.withTheme(theme));
        paintAll(theme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyPageIsPaintedAtTwiceTheSize() throws IOException {
        openDemo(Preferences.DEFAULT.withTheme(ThemeChoice.LIGHT).withZoomPercent(200));
        paintAll("light-zoomed");
    }

    private void paintAll(String name) throws IOException {
        for (int page = 0; page < PAGES.size(); page++) {
            showPage(page);
            settle();
            robot().waitForIdle();
            BufferedImage image = picture((JComponent) window().frame().getRootPane());
            Path file = Path.of("target/screenshots", PAGES.get(page) + "-" + name + ".png");
            Files.createDirectories(file.getParent());
            assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
        }
    }

    @Test
    void everyInputHasAnAccessibleName() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        List<String> nameless = new ArrayList<>();
        for (int page = 0; page < PAGES.size(); page++) {
            showPage(page);
            robot().finder().findAll(frame.target(), PagesGuiTest::isInput).stream()
                    .filter(part -> accessibleName(part).isEmpty())
                    .map(part -> part.getClass().getSimpleName() + " " + part.getName())
                    .forEach(nameless::add);
        }
        assertThat(nameless).isEmpty();
    }

    private static boolean isInput(Component part) {
        boolean input =
                part instanceof JTextComponent
                        || part instanceof AbstractButton
                        || part instanceof JTable
                        || part instanceof JComboBox<?>;
        return input && part.isShowing() && part.isFocusable() && !isPartOfAnother(part);
    }

    /** Buttons that the look and feel puts into a component of its own. */
    private static boolean isPartOfAnother(Component part) {
        Component parent = part.getParent();
        return part instanceof AbstractButton
                && (parent instanceof JTextComponent
                        || parent instanceof JSpinner
                        || parent instanceof JComboBox<?>
                        || parent instanceof JScrollBar);
    }

    private static String accessibleName(Component part) {
        return onEdt(
                () -> {
                    String name = part.getAccessibleContext().getAccessibleName();
                    return name == null ? "" : name.strip();
                });
    }
}
