package io.sevguest.state.preferences;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of the window when it was last closed.
 *
 * @param place the position and size; empty if the window was never closed
 * @param dividers the positions of the dividers, 0.0 to 1.0, by the names of the split panes
 * @param folded the names of the split panes whose second part is folded away
 * @param page the id of the page shown; empty if the window was never closed
 */
public record WindowState(
        Optional<Place> place,
        boolean maximized,
        Map<String, Double> dividers,
        Set<String> folded,
        String page) {
    /** The split pane with a form and the previews. */
    public static final String PREVIEWS = "preview";

    /** The same split pane while the form is the console of a guest. */
    public static final String CONSOLE = "console";

    /** A rectangle on the screen, in pixels of the toolkit. */
    public record Place(int x, int y, int width, int height) {}

    /** The state of a window that was never opened. */
    public static final WindowState FIRST =
            new WindowState(Optional.empty(), false, Map.of(), Set.of(CONSOLE), "");

    public WindowState {
        dividers = Map.copyOf(dividers);
        folded = Set.copyOf(folded);
    }
}
