package io.sevguest.ui.window;

import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.file.BlobImporter;
import io.sevguest.ui.file.GuestFiles;
import io.sevguest.ui.file.TemplateMenu;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.launch.GuestRun;
import io.sevguest.ui.search.SettingSearch;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.Component;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The handlers of the commands of the window. */
final class WindowActions {
    private final Actions actions;
    private final GuestModel guest;
    private final GuestRun run;
    private final Texts texts;

    WindowActions(WindowParts parts) {
        this.actions = parts.actions();
        this.guest = parts.guest();
        this.run = parts.run();
        this.texts = parts.texts();
    }

    void files(GuestFiles files, TemplateMenu templates, Component place) {
        actions.on(ActionId.NEW, () -> templates.showBelow(place));
        actions.on(ActionId.OPEN, files::askAndOpen);
        actions.on(ActionId.OPEN_IN_WINDOW, files::askAndOpenInWindow);
        actions.on(ActionId.SAVE, files::save);
        actions.on(ActionId.SAVE_AS, files::saveAs);
        actions.on(ActionId.RELOAD, files::reload);
    }

    void edits(BlobImporter importing, SettingSearch search, JComponent root) {
        actions.bind(root, ActionId.NEW, ActionId.NEW.keyStroke()); // it is in no menu itself
        actions.bind(root, ActionId.REDO, KeyStroke.getKeyStroke("control Y"));
        actions.on(ActionId.IMPORT, importing::importAny);
        actions.on(ActionId.UNDO, guest::undo);
        actions.on(ActionId.REDO, guest::redo);
        actions.on(ActionId.FIND_SETTING, search::open);
    }

    void looks(Appearance looks, JComponent root) {
        actions.on(ActionId.ZOOM_IN, looks::zoomIn);
        actions.on(ActionId.ZOOM_OUT, looks::zoomOut);
        actions.on(ActionId.ZOOM_RESET, looks::zoomReset);
        otherZoomKeys(root);
    }

    private void otherZoomKeys(JComponent root) {
        actions.bind(root, ActionId.ZOOM_IN, KeyStroke.getKeyStroke("control EQUALS"));
        actions.bind(root, ActionId.ZOOM_IN, KeyStroke.getKeyStroke("control shift EQUALS"));
        actions.bind(root, ActionId.ZOOM_IN, KeyStroke.getKeyStroke("control ADD"));
        actions.bind(root, ActionId.ZOOM_OUT, KeyStroke.getKeyStroke("control SUBTRACT"));
    }

    /** Binds the keys that are also useful in the window of a console. */
    void consoleKeys(JComponent root) {
        for (ActionId id :
                List.of(
                        ActionId.CONSOLE_WINDOW,
                        ActionId.ZOOM_IN,
                        ActionId.ZOOM_OUT,
                        ActionId.ZOOM_RESET)) {
            actions.bind(root, id, id.keyStroke());
        }
        otherZoomKeys(root);
    }

    /** Enables the commands that are possible now. */
    void update() {
        set(ActionId.UNDO, guest.undoLabel().isPresent(), "action.off.undo");
        set(ActionId.REDO, guest.redoLabel().isPresent(), "action.off.redo");
        set(ActionId.RELOAD, guest.path().isPresent(), "action.off.reload");
        set(ActionId.STOP, run.state().isAlive(), "launch.off.down");
    }

    private void set(ActionId id, boolean on, String whyNot) {
        actions.set(id, on, texts.get(whyNot));
    }
}
