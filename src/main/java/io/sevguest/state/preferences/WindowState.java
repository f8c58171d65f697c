package io.sevguest.state.preferences;

import java.util.Map;
import java.util.Optional;

/**
 * The state of the window when it was closed last.
 *
 * @param place empty before the first time
 * @param dividers where the dividers between parts stand, 0.0 to 1.0, by the name of the split
 * @param page the id of the page that was shown; empty before the first time
 */
public record WindowState(
        Optional<Place> place, boolean maximized, Map<String, Double> dividers, String page) {
    /** A rectangle on the screen, in pixels as the toolkit counts them. */
    public record Place(int x, int y, int width, int height) {}

    /** Of a window that was never open. */
    public static final WindowState FIRST = new WindowState(Optional.empty(), false, Map.of(), "");

    public WindowState {
        dividers = Map.copyOf(dividers);
    }
}
