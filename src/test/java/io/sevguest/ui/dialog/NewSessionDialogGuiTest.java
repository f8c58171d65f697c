package io.sevguest.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.policy.SevPolicy;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.form.Texts;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the dialog's controls; the dialog is not shown. */
class NewSessionDialogGuiTest extends GuiTest {
    private final List<NewSessionDialog.Request> made = new ArrayList<>();
    private NewSessionDialog dialog;
    private int cancels;

    @BeforeEach
    void makeDialog() {
        var handler =
                new NewSessionDialog.Handler() {
                    @Override
                    public void choosePlatform() {
                        throw new AssertionError("nobody asked");
                    }

                    @Override
                    public void chooseFolder() {
                        dialog.setFolder(Path.of("/keys"));
                    }

                    @Override
                    public void make(NewSessionDialog.Request wishes) {
                        made.add(wishes);
                    }

                    @Override
                    public void cancel() {
                        cancels++;
                    }
                };
        dialog =
                onEdt(
                        () ->
                                new NewSessionDialog(
                                        new JFrame(),
                                        Texts.load(),
                                        new SevPolicy(1),
                                        "A risk.",
                                        handler));
        GuiActionRunner.execute(() -> dialog.suggest(Path.of("/home"), "vm"));
    }

    private AbstractButton button(String name) {
        return parts(dialog.rootPane())
                .filter(part -> name.equals(part.getName()))
                .map(AbstractButton.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> parts(Container root) {
        return Stream.of(root.getComponents())
                .flatMap(
                        part ->
                                part instanceof Container inner
                                        ? Stream.concat(Stream.of(part), parts(inner))
                                        : Stream.of(part));
    }

    private boolean canMake() {
        return onEdt(() -> button("newSession.make").isEnabled());
    }

    private String whyNot() {
        return onEdt(
                () -> {
                    AbstractButton make = button("newSession.make");
                    String words = make.getAccessibleContext().getAccessibleDescription();
                    assertThat(make.getToolTipText()).isEqualTo(words);
                    return words;
                });
    }

    private void press(String name) {
        GuiActionRunner.execute(() -> button(name).doClick());
    }

    @Test
    void aPlatformWithoutAValidChainNeedsATick() {
        assertThat(canMake()).isFalse();
        assertThat(whyNot()).startsWith("Choose the platform first");
        GuiActionRunner.execute(() -> dialog.showPlatform("epyc: not valid", false, List.of()));
        assertThat(canMake()).isFalse();
        assertThat(whyNot()).contains("elect the check box");
        assertThat(onEdt(() -> button("newSession.unverified").isVisible())).isTrue();
        press("newSession.unverified");
        press("newSession.chooseFolder");
        press("newSession.make");
        assertThat(made)
                .containsExactly(new NewSessionDialog.Request(Path.of("/keys"), "vm", true));
        GuiActionRunner.execute(() -> dialog.showPlatform("another: not valid", false, List.of()));
        assertThat(canMake()).isFalse();
    }

    @Test
    void givesUp() {
        press("newSession.cancel");
        assertThat(cancels).isEqualTo(1);
    }

    @Test
    void longNamesDoNotMakeItWider() {
        int usual = onEdt(() -> dialog.rootPane().getPreferredSize().width);
        GuiActionRunner.execute(
                () -> dialog.suggest(Path.of("/" + "f".repeat(900)), "n".repeat(4000)));
        assertThat(onEdt(() -> dialog.rootPane().getPreferredSize().width)).isEqualTo(usual);
        assertThat(onEdt(() -> dialog.rootPane().getMinimumSize().width)).isLessThan(usual);
    }

    @Test
    void aValidPlatformNeedsNone() {
        GuiActionRunner.execute(() -> dialog.showPlatform("epyc: valid", true, List.of()));
        assertThat(onEdt(() -> button("newSession.unverified").isVisible())).isFalse();
        GuiActionRunner.execute(() -> dialog.setBusy(true));
        assertThat(canMake()).isFalse();
        GuiActionRunner.execute(() -> dialog.setBusy(false));
        press("newSession.make");
        assertThat(made)
                .containsExactly(new NewSessionDialog.Request(Path.of("/home"), "vm", false));
    }

    @Test
    void whatShouldBeKnownOfThePlatformIsSaid() {
        assertThat(onEdt(() -> warnings().isVisible())).isFalse();
        GuiActionRunner.execute(
                () -> dialog.showPlatform("epyc: valid", true, List.of("One.", "Another.")));
        assertThat(onEdt(() -> warnings().getText())).isEqualTo("One.\nAnother.");
        assertThat(onEdt(() -> warnings().isVisible())).isTrue();
        assertThat(canMake()).isTrue();
    }

    private JTextComponent warnings() {
        return parts(dialog.rootPane())
                .filter(part -> "newSession.warnings".equals(part.getName()))
                .map(JTextComponent.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
