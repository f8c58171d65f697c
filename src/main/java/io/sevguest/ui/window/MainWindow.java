package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.Derived;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.launch.EndQuestion;
import io.sevguest.ui.launch.LaunchPage;
import io.sevguest.ui.launch.MachineProbe;
import io.sevguest.ui.preview.PreviewTabs;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.Palette;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;

/** The window: the list of pages, one page, and what follows from the guest beside it. */
public final class MainWindow {
    private final WindowParts parts;
    private final PaintedFrame frame = new PaintedFrame();
    private final PageDeck deck;
    private final SideBar side;
    private final StatusBar status;
    private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);

    /** A window on a guest, not yet visible. */
    public MainWindow(DomainText text) {
        parts = WindowParts.of(text);
        Texts texts = parts.texts();
        var messages = new Messages(frame, texts);
        var importing = new Importing(parts, new FileDialogs(frame, texts), messages, path -> {});
        deck = new PageDeck(Pages.of(parts, importing));
        side = new SideBar(deck.entries(), texts, deck::show);
        status = new StatusBar(texts, () -> parts.actions().run(ActionId.CHECK));
        parts.tasks().watch(status);
        parts.derivation().addListener(this::show);
        parts.guest().addListener(this::showFile);
        parts.run().onChange(this::showFile);
        parts.focus().onJump(this::jumpTo);
        parts.actions().on(ActionId.IMPORT, importing::importAny);
        parts.actions().on(ActionId.UNDO, parts.guest()::undo);
        parts.actions().on(ActionId.REDO, parts.guest()::redo);
        parts.actions().on(ActionId.LAUNCH, this::launch);
        parts.actions().on(ActionId.STOP, parts.run()::kill);
        deck.show(deck.entries().get(0));
        lay();
        showFile();
    }

    /**
     * Shows the window; what takes long comes after its first paint.
     *
     * @param afterFirstPaint run on the event thread once the window has been painted
     */
    public void open(Runnable afterFirstPaint) {
        frame.afterFirstPaint(
                () -> {
                    afterFirstPaint.run();
                    Icons.draw();
                    buildPreviews();
                    parts.derivation().update();
                });
        frame.setVisible(true);
    }

    public JFrame frame() {
        return frame;
    }

    private void lay() {
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        new EndQuestion(parts.run(), parts.texts())
                                .thenClose(frame, frame::dispose);
                    }
                });
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

    private void buildPreviews() {
        var previews =
                new PreviewTabs(
                        parts.guest(),
                        parts.derivation(),
                        parts.focus(),
                        parts.texts(),
                        () -> parts.actions().run(ActionId.SAVE_AS));
        split.setRightComponent(previews.component());
        MachineProbe.start(QemuTarget.DEFAULT_PROGRAM, parts.machine(), parts.tasks());
        split.setDividerLocation(0.5);
    }

    private void show(Derived derived) {
        deck.show(derived);
        side.show(deck.worst(derived));
        status.show(derived);
    }

    private void showFile() {
        GuestModel guest = parts.guest();
        status.show(guest);
        String name = guest.file().map(f -> f.name()).orElse(parts.texts().get("window.untitled"));
        String running = parts.run().title();
        frame.setTitle(
                running.isEmpty()
                        ? parts.texts().get("window.title", name)
                        : parts.texts().get("window.title.running", name, running));
        parts.actions().of(ActionId.UNDO).setEnabled(guest.undoLabel().isPresent());
        parts.actions().of(ActionId.REDO).setEnabled(guest.redoLabel().isPresent());
    }

    /** Shows the launch page, and launches if nothing stands against it. */
    private void launch() {
        deck.entryOf("launch")
                .ifPresent(
                        entry -> {
                            side.select(entry);
                            if (deck.page(entry) instanceof LaunchPage page) {
                                page.launch();
                            }
                        });
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
