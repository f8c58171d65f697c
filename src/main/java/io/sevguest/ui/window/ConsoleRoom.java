package io.sevguest.ui.window;

import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.launch.ConsoleWindow;
import io.sevguest.ui.launch.GuestRun;
import io.sevguest.ui.launch.RunState;
import io.sevguest.ui.page.PageEntry;
import java.util.Optional;

/** The space for a guest's console: the previews are hidden while it is shown on its page. */
final class ConsoleRoom {
    private final GuestRun run;
    private final PreviewSplit split;
    private final Actions actions;
    private Optional<ConsoleWindow> window = Optional.empty();
    private boolean onItsPage;

    ConsoleRoom(GuestRun run, PreviewSplit split, Actions actions) {
        this.run = run;
        this.split = split;
        this.actions = actions;
        run.onChange(this::arrange);
    }

    /** Sets the page that is shown. */
    void show(PageEntry entry) {
        onItsPage = entry.id().equals("launch");
        arrange();
    }

    /** Sets the window into which the console can be moved, once there is one. */
    void take(ConsoleWindow console) {
        window = Optional.of(console);
        console.onMove(this::arrange);
    }

    private void arrange() {
        boolean apart = window.filter(ConsoleWindow::isOpen).isPresent();
        actions.select(ActionId.CONSOLE_WINDOW, apart);
        split.showConsole(onItsPage && !apart && run.state() != RunState.IDLE);
    }
}
