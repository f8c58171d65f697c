package io.sevguest.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.BrokenXml;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.AnalysisInputs;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.preview.text.PreviewArea;
import io.sevguest.ui.preview.text.TextExport;
import io.sevguest.ui.preview.text.WrapChoices;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewTabsGuiTest extends GuiTest {
    private static final String TEXT =
            """
            <domain type='kvm'>\r
              <name>demo</name>\r
              <memory>1048576</memory>\r
              <launchSecurity type='sev'>\r
                <policy>0x0003</policy>\r
              </launchSecurity>\r
            </domain>\r
            """;

    private final List<Set<Preview>> kept = new ArrayList<>();
    private final List<String> jumps = new ArrayList<>();
    private GuestModel guest;
    private AnalysisRunner derivation;
    private FieldFocus focus;
    private FrameFixture window;

    @BeforeEach
    void showPreviews() {
        window =
                show(
                        () -> {
                            guest = new GuestModel(DomainText.ofText(TEXT, XmlEncoding.UTF_8));
                            var machine = new MachineModel();
                            derivation =
                                    new AnalysisRunner(
                                            () ->
                                                    new AnalysisInputs(
                                                            guest.text(),
                                                            guest.saved(),
                                                            guest.path(),
                                                            machine.machine(),
                                                            SessionKnowledge.NONE));
                            guest.addListener(derivation::update);
                            focus = new FieldFocus();
                            focus.onJump(jumps::add);
                            var tabs =
                                    new PreviewTabs(
                                            guest,
                                            derivation,
                                            focus,
                                            Texts.load(),
                                            new NoExport(),
                                            new WrapChoices(Set.of(Preview.COMMAND), kept::add));
                            derivation.begin();
                            return tabs.component();
                        });
        settle();
    }

    private void settle() {
        waitUntil(
                "the previews follow",
                () -> derivation.isSettled() && derivation.latest().plan().isPresent());
    }

    private String text(String name) {
        return window.textBox(name).text();
    }

    private void caretAfter(String words) {
        GuiActionRunner.execute(
                () -> {
                    JTextComponent area = window.textBox("preview.xml").target();
                    area.setCaretPosition(area.getText().indexOf(words) + words.length());
                });
    }

    @Test
    void typingInTheXmlEditsTheDocumentAndKeepsItsLineEnds() {
        caretAfter("<name>demo");
        window.textBox("preview.xml").focus();
        robot().enterText("-2");
        assertThat(onEdt(() -> guest.text().text()))
                .isEqualTo(TEXT.replace("<name>demo", "<name>demo-2"));
        GuiActionRunner.execute(guest::undo);
        assertThat(onEdt(() -> guest.text().text())).isEqualTo(TEXT);
        assertThat(text("preview.xml")).isEqualTo(TEXT.replace("\r\n", "\n"));
    }

    @Test
    void filesThatHaveNoTextYetSayWhatTheyAre() {
        window.tabbedPane("preview").selectTab(2);
        int rows = window.table("preview.files").rowCount();
        for (int row = 0; row < rows; row++) {
            int selected = row;
            GuiActionRunner.execute(
                    () ->
                            window.table("preview.files")
                                    .target()
                                    .setRowSelectionInterval(selected, selected));
            assertThat(text("preview.files.content")).isNotBlank();
        }
        assertThat(text("preview.files.content"))
                .isEqualTo("Created while the guest runs. Purpose: the guest's serial" + " line.");
    }

    @Test
    void whatIsWrappedIsChosenForEachPreviewAndKept() {
        assertThat(wraps("preview.xml")).isFalse();
        window.toggleButton("preview.wrap").click();
        assertThat(wraps("preview.xml")).isTrue();
        window.tabbedPane("preview").selectTab(1);
        assertThat(wraps("preview.command")).isTrue();
        window.toggleButton("preview.wrap").click();
        assertThat(wraps("preview.command")).isFalse();
        assertThat(kept).containsExactly(Set.of(Preview.COMMAND, Preview.XML), Set.of(Preview.XML));
    }

    private boolean wraps(String name) {
        return onEdt(() -> ((JTextArea) window.textBox(name).target()).getLineWrap());
    }

    @Test
    void aBrokenTextIsKeptWithItsFaultAtItsLine() {
        caretAfter("<name>demo");
        window.textBox("preview.xml").focus();
        robot().enterText("<");
        assertThat(onEdt(guest::text)).isInstanceOf(BrokenXml.class);
        assertThat(text("preview.xml.fault")).startsWith("Line 2:");
        window.tabbedPane("preview").selectTab(1);
        waitUntil(
                "the command waits",
                () ->
                        window.textBox("preview.command")
                                .target()
                                .getText()
                                .startsWith("The command is shown once"));
    }

    @Test
    void anEditOfTheDocumentLeavesCaretAndSelectionOfTheXmlAlone() {
        caretAfter("<policy>");
        GuiActionRunner.execute(() -> guest.edit("t", d -> d.withTextAt("name", "a-longer-name")));
        JTextComponent area = window.textBox("preview.xml").target();
        assertThat(onEdt(() -> area.getText().substring(0, area.getCaretPosition())))
                .endsWith("<policy>");
    }

    @Test
    void theCommandFollowsAndLeadsToTheField() {
        window.tabbedPane("preview").selectTab(1);
        GuiActionRunner.execute(
                () -> guest.edit("t", d -> d.withTextAt("launchSecurity/policy", "0x0007")));
        settle();
        assertThat(text("preview.command")).contains("policy=0x7");
        JTextComponent area = window.textBox("preview.command").target();
        GuiActionRunner.execute(
                () -> area.setCaretPosition(area.getText().indexOf("policy=0x7") + 8));
        window.textBox("preview.command").focus();
        robot().pressAndReleaseKeys(KeyEvent.VK_ENTER);
        assertThat(onEdt(() -> List.copyOf(jumps))).containsExactly("launchSecurity.policy");
    }

    @Test
    void theChangesAreADiffAgainstTheSavedText() {
        window.tabbedPane("preview").selectTab(3);
        assertThat(text("preview.changes")).startsWith("Nothing has changed");
        GuiActionRunner.execute(() -> guest.edit("t", d -> d.withTextAt("name", "other")));
        settle();
        assertThat(text("preview.changes"))
                .contains("@@ -1,5 +1,5 @@")
                .contains("-  <name>demo</name>\n+  <name>other</name>\n");
    }

    @Test
    void theFilesOfALaunchAreListed() {
        window.tabbedPane("preview").selectTab(2);
        String[][] rows = window.table("preview.files").contents();
        assertThat(List.of(rows))
                .anyMatch(row -> row[0].endsWith("/qmp.sock") && row[1].equals("0600"));
    }

    @Test
    void formatLaysOutAndIsOneStep() {
        GuiActionRunner.execute(
                () -> guest.edit("t", d -> d.withTextAt("launchSecurity/policy", "0x0007")));
        String before = onEdt(() -> guest.text().text());
        window.button("preview.xml.format").click();
        assertThat(onEdt(() -> guest.text().text())).isEqualTo(before);
    }

    @Test
    void hoveringOverAnArgumentTellsWhereItComesFrom() {
        window.tabbedPane("preview").selectTab(1);
        var area = (PreviewArea) window.textBox("preview.command").target();
        robot().waitForIdle();
        String tip =
                onEdt(
                        () -> {
                            try {
                                var place =
                                        area.modelToView2D(area.getText().indexOf("policy=") + 3)
                                                .getBounds();
                                return area.getToolTipText(
                                        new MouseEvent(
                                                area,
                                                MouseEvent.MOUSE_MOVED,
                                                0,
                                                0,
                                                place.x + 1,
                                                place.y + 3,
                                                0,
                                                false));
                            } catch (BadLocationException impossible) {
                                throw new AssertionError(impossible);
                            }
                        });
        assertThat(tip).contains("\"Policy\"").contains("/domain/launchSecurity/policy");
    }

    /** An export that saves nothing. */
    private static final class NoExport implements TextExport {
        @Override
        public void saveDocument() {
            throw new AssertionError("nobody asked");
        }

        @Override
        public void save(String kind, Path suggested, String text) {
            throw new AssertionError("nobody asked");
        }
    }
}
