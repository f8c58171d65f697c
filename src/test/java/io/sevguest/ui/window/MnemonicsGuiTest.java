package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.state.preferences.Preferences;
import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that no two visible components have the same mnemonic. */
class MnemonicsGuiTest extends WindowGuiTest {
    private static final int PAGES = 9;

    @Test
    void areUniqueInEachMenu() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        List<String> shared = new ArrayList<>();
        robot().finder().findAll(frame.target(), JMenu.class::isInstance).stream()
                .map(JMenu.class::cast)
                .forEach(
                        menu ->
                                shared.addAll(
                                        onEdt(() -> shared(List.of(menu.getMenuComponents())))));
        assertThat(shared).isEmpty();
    }

    @Test
    void areUniqueOnEachPageBesideTheMenus() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        List<String> shared = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            showPage(page);
            settle();
            var seen = robot().finder().findAll(frame.target(), MnemonicsGuiTest::answersToAlt);
            shared.addAll(onEdt(() -> shared(List.copyOf(seen))));
        }
        assertThat(shared).isEmpty();
    }

    private static boolean answersToAlt(Component part) {
        boolean entry = part instanceof JMenuItem && !(part instanceof JMenu);
        return part.isShowing() && !entry && mnemonic(part) != 0;
    }

    private static int mnemonic(Component part) {
        if (part instanceof JLabel label) {
            return label.getDisplayedMnemonic();
        }
        return part instanceof AbstractButton button ? button.getMnemonic() : 0;
    }

    private static String words(Component part) {
        return part instanceof JLabel label ? label.getText() : ((AbstractButton) part).getText();
    }

    /** Returns the texts of components that share a mnemonic with an earlier one. */
    private static List<String> shared(List<Component> parts) {
        Map<Integer, String> first = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (Component part : parts) {
            int key = mnemonic(part);
            String before = key == 0 ? null : first.putIfAbsent(key, words(part));
            if (before != null) {
                shared.add((char) key + ": " + before + " / " + words(part));
            }
        }
        return shared;
    }
}
