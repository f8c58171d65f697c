package io.sevguest.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.ThemeChoice;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that the manual opens at the page about the current page, and works without a network. */
class ManualGuiTest extends WindowGuiTest {
    private FrameFixture manual(FrameFixture frame) {
        frame.focus();
        robot().pressAndReleaseKeys(KeyEvent.VK_F1);
        waitUntil("the manual is open", () -> shown().map(Window::getFocusOwner).isPresent());
        return new FrameFixture(robot(), shown().orElseThrow());
    }

    private Optional<JFrame> shown() {
        return robot()
                .finder()
                .findAll(
                        new GenericTypeMatcher<>(JFrame.class) {
                            @Override
                            protected boolean isMatching(JFrame frame) {
                                return "manual".equals(frame.getName()) && frame.isShowing();
                            }
                        })
                .stream()
                .findFirst();
    }

    private String words(FrameFixture manual) {
        return onEdt(
                () -> {
                    JTextComponent text = manual.textBox("manual.text").target();
                    try {
                        return text.getDocument().getText(0, text.getDocument().getLength());
                    } catch (BadLocationException broken) {
                        throw new IllegalStateException(broken);
                    }
                });
    }

    @Test
    void eachPageOfTheWindowHasItsPageOfTheManual() {
        FrameFixture frame = openDemo(Preferences.DEFAULT);
        List<String> titles = new ArrayList<>();
        int pages = onEdt(() -> frame.list("pages").target().getModel().getSize());
        for (int page = 0; page < pages; page++) {
            showPage(page);
            FrameFixture manual = manual(frame);
            titles.add(words(manual).strip().lines().findFirst().orElse(""));
            close();
        }
        assertThat(titles).doesNotHaveDuplicates().hasSize(pages).contains("Launch security");
        assertThat(titles).doesNotContain("SEV Guest Configurator");
    }

    @Test
    void aLinkTurnsThePageAndBackReturns() {
        FrameFixture manual = manual(openDemo(Preferences.DEFAULT.withTheme(ThemeChoice.DARK)));
        String first = words(manual);
        follow(manual, "../glossary.md");
        assertThat(words(manual).strip()).startsWith("Glossary");
        manual.button("manual.back").click();
        assertThat(words(manual)).isEqualTo(first);
        manual.button("manual.back").requireDisabled();
    }

    private void follow(FrameFixture manual, String link) {
        GuiActionRunner.execute(
                () -> {
                    var pane = (JEditorPane) manual.textBox("manual.text").target();
                    pane.fireHyperlinkUpdate(
                            new HyperlinkEvent(
                                    pane, HyperlinkEvent.EventType.ACTIVATED, null, link));
                });
        robot().waitForIdle();
    }

    @Test
    void aSearchListsThePagesWithTheWords() {
        FrameFixture manual = manual(openDemo(Preferences.DEFAULT));
        int all = manual.list("manual.contents").contents().length;
        manual.textBox("manual.search").enterText("domsetlaunchsecstate");
        int found = manual.list("manual.contents").contents().length;
        assertThat(found).isBetween(1, all - 1);
        manual.textBox("manual.search").deleteText();
        assertThat(manual.list("manual.contents").contents()).hasSize(all);
        close();
    }

    private void close() {
        robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        waitUntil("the manual is closed", () -> shown().isEmpty());
        waitUntil("the window has the focus again", () -> window().frame().getFocusOwner() != null);
    }
}
