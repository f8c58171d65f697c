package io.sevguest.ui.window;

import io.sevguest.state.preferences.WindowState;
import java.awt.Component;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JSplitPane;

/**
 * The pages and the previews beside them. Whether the previews are folded away and where the
 * divider stands is remembered twice: for the console of a guest, and for everything else.
 */
final class PreviewSplit {
    private static final Map<String, Double> USUAL_DIVIDERS =
            Map.of(WindowState.PREVIEWS, 0.52, WindowState.CONSOLE, 0.6);

    private final JSplitPane component = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);
    private final Map<String, Double> dividers;
    private final Set<String> folded;
    private final Consumer<Boolean> shown;
    private String name = WindowState.PREVIEWS;

    /**
     * Makes a split without previews yet.
     *
     * @param shown is told whether the previews are shown, after each change
     */
    PreviewSplit(Component pages, WindowState remembered, Consumer<Boolean> shown) {
        this.dividers = new HashMap<>(remembered.dividers());
        this.folded = new HashSet<>(remembered.folded());
        this.shown = shown;
        component.setLeftComponent(pages);
        component.setRightComponent(null);
        component.setResizeWeight(0.5);
        component.setBorder(null);
        component.setName("split");
    }

    JSplitPane component() {
        return component;
    }

    /** Adds the previews, which take long to make. */
    void add(JComponent previews) {
        component.setRightComponent(previews);
        arrange();
    }

    /** Says whether the page is the console of a guest, which needs the room. */
    void showConsole(boolean console) {
        String now = console ? WindowState.CONSOLE : WindowState.PREVIEWS;
        if (!now.equals(name)) {
            noteDivider();
            name = now;
            arrange();
        }
    }

    /** Folds the previews away, or shows them again. */
    void toggle() {
        noteDivider();
        if (!folded.remove(name)) {
            folded.add(name);
        }
        arrange();
    }

    /** Returns where the dividers stand, as {@link WindowState#dividers}. */
    Map<String, Double> dividers() {
        noteDivider();
        return dividers;
    }

    /** Returns which splits are folded, as {@link WindowState#folded}. */
    Set<String> folded() {
        return folded;
    }

    private void noteDivider() {
        Component previews = component.getRightComponent();
        if (previews != null
                && previews.isVisible()
                && component.getWidth() > component.getDividerSize()) {
            double room = component.getWidth() - component.getDividerSize();
            dividers.put(name, Math.max(0, Math.min(1, component.getDividerLocation() / room)));
        }
    }

    private void arrange() {
        boolean visible = !folded.contains(name);
        shown.accept(visible);
        Component previews = component.getRightComponent();
        if (previews != null) {
            previews.setVisible(visible);
            if (visible) {
                component.setDividerLocation(dividers.getOrDefault(name, USUAL_DIVIDERS.get(name)));
            }
            component.revalidate();
        }
    }
}
