package io.sevguest.state.preferences;

import java.util.Map;
import java.util.Optional;

/**
 * The state of the window when it was last closed.
 *
 * @param place the position and size; empty if the window was never closed
 * @param dividers the positions of the dividers, 0.0 to 1.0, by the names of the split panes
 * @param page the id of the page shown; empty if the window was never closed
 */
public record WindowState(
        Optional<Place> place, boolean maximized, Map<String, Double> dividers, String page) {
    /** A rectangle on the screen, in pixels of the toolkit. */
    public record Place(int x, int y, int width, int height) {}

    /** The state of a window that was never opened. */
    public static final WindowState FIRST = new WindowState(Optional.empty(), false, Map.of(), "");

    public WindowState {
        dividers = Map.copyOf(dividers);
    }
}
