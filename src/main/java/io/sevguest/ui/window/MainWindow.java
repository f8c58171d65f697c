package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.Derived;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.preview.PreviewTabs;
import io.sevguest.ui.theme.Palette;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;

/** The window: the list of pages, one page, and what follows from the guest beside it. */
public final class MainWindow {
    private final WindowParts parts;
    private final JFrame frame = new JFrame();
    private final PageDeck deck;
    private final SideBar side;
    private final StatusBar status;
    private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);

    /** A window on a guest, not yet visible. */
    public MainWindow(DomainText text) {
        parts = WindowParts.of(text);
        Texts texts = parts.texts();
        deck = new PageDeck(Pages.of(parts));
        side = new SideBar(deck.entries(), texts, deck::show);
        status = new StatusBar(texts, () -> parts.actions().run(ActionId.CHECK));
        parts.tasks().watch(status);
        parts.derivation().addListener(this::show);
        parts.guest().addListener(this::showFile);
        parts.focus().onJump(this::jumpTo);
        parts.actions().on(ActionId.UNDO, parts.guest()::undo);
        parts.actions().on(ActionId.REDO, parts.guest()::redo);
        deck.show(deck.entries().get(0));
        lay();
        showFile();
        parts.derivation().update();
    }

    public JFrame frame() {
        return frame;
    }

    private void lay() {
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.add(new MainToolBar(parts.actions(), parts.texts()).component(), BorderLayout.NORTH);
        frame.add(sideBar(), BorderLayout.WEST);
        split.setLeftComponent(deck.component());
        split.setRightComponent(null);
        split.setResizeWeight(0.5);
        split.setBorder(null);
        frame.add(split);
        frame.add(status.component(), BorderLayout.SOUTH);
        frame.setSize(1280, 800);
        frame.setLocationByPlatform(true);
    }

    private Component sideBar() {
        side.component().setBackground(Palette.SIDE.color());
        var scroll = new JScrollPane(side.component());
        scroll.setBorder(null);
        return scroll;
    }

    /** Builds the previews at the right of the page, once the first page is painted. */
    void buildPreviews() {
        var previews =
                new PreviewTabs(
                        parts.guest(),
                        parts.derivation(),
                        parts.focus(),
                        parts.texts(),
                        () -> parts.actions().run(ActionId.SAVE_AS));
        split.setRightComponent(previews.component());
        split.setDividerLocation(0.5);
    }

    private void show(Derived derived) {
        deck.show(derived);
        side.show(derived);
        status.show(derived);
    }

    private void showFile() {
        GuestModel guest = parts.guest();
        status.show(guest);
        String name = guest.file().map(f -> f.name()).orElse(parts.texts().get("window.untitled"));
        frame.setTitle(parts.texts().get("window.title", name));
        parts.actions().of(ActionId.UNDO).setEnabled(guest.undoLabel().isPresent());
        parts.actions().of(ActionId.REDO).setEnabled(guest.redoLabel().isPresent());
    }

    private void jumpTo(String fieldId) {
        Optional<PageEntry> entry = deck.entryOf(fieldId);
        entry.ifPresent(
                found -> {
                    side.select(found);
                    deck.page(found).jumpTo(fieldId);
                });
    }
}
