package io.sevguest.ui.action;

import io.sevguest.ui.theme.Icons;
import java.util.Optional;
import javax.swing.KeyStroke;

/** The commands of the window; the label of each is the text {@code action.<id>}. */
public enum ActionId {
    NEW("new", Icons.DOCUMENT_NEW, "control N"),
    OPEN("open", Icons.DOCUMENT_OPEN, "control O"),
    NEW_WINDOW("newWindow", null, "control alt N"),
    OPEN_IN_WINDOW("openInWindow", null, "control shift O"),
    SAVE("save", Icons.DOCUMENT_SAVE, "control S"),
    SAVE_AS("saveAs", null, "control shift S"),
    RELOAD("reload", null, "F5"),
    IMPORT("import", Icons.BLOB_IMPORT, "control I"),
    CLOSE("close", null, "control W"),
    QUIT("quit", null, "control Q"),
    UNDO("undo", Icons.EDIT_UNDO, "control Z"),
    REDO("redo", Icons.EDIT_REDO, "control shift Z"),
    FIND_SETTING("findSetting", Icons.SEARCH, "control F"),
    NEW_SESSION("newSession", null, "control shift N"),
    EXPORT_PARAMETERS("exportParameters", null, "control shift E"),
    CHECK("check", Icons.CHECK, "F8"),
    LAUNCH("launch", Icons.LAUNCH, "F9"),
    STOP("stop", Icons.STOP, "shift F9"),
    CONSOLE_WINDOW("consoleWindow", null, "control shift T"),
    PREVIEWS("previews", null, "control shift P"),
    ZOOM_IN("zoomIn", null, "control PLUS"),
    ZOOM_OUT("zoomOut", null, "control MINUS"),
    ZOOM_RESET("zoomReset", null, "control 0"),
    MANUAL("manual", null, "F1"),
    ABOUT("about", null, "shift F1");

    private final String id;
    private final Icons icon;
    private final String keys;

    ActionId(String id, Icons icon, String keys) {
        this.id = id;
        this.icon = icon;
        this.keys = keys;
    }

    /** Returns the name in texts and of components. */
    public String id() {
        return "action." + id;
    }

    public Optional<Icons> icon() {
        return Optional.ofNullable(icon);
    }

    public KeyStroke keyStroke() {
        return KeyStroke.getKeyStroke(keys);
    }
}
