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
 * The split between the pages and the previews. The position of the divider and whether the
 * previews are hidden are saved twice: for the console of a guest, and for everything else.
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
     * Creates a split without previews.
     *
     * @param shown called after each change, with whether the previews are shown
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

    /** Adds the previews, which are slow to create. */
    void add(JComponent previews) {
        component.setRightComponent(previews);
        arrange();
    }

    /** Sets whether the page is the console of a guest, which needs the space. */
    void showConsole(boolean console) {
        String now = console ? WindowState.CONSOLE : WindowState.PREVIEWS;
        if (!now.equals(name)) {
            noteDivider();
            name = now;
            arrange();
        }
    }

    /** Hides the previews, or shows them again. */
    void toggle() {
        noteDivider();
        if (!folded.remove(name)) {
            folded.add(name);
        }
        arrange();
    }

    /** Returns the positions of the dividers, as {@link WindowState#dividers}. */
    Map<String, Double> dividers() {
        noteDivider();
        return dividers;
    }

    /** Returns the splits with hidden previews, as {@link WindowState#folded}. */
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
