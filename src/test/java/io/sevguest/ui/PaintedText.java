package io.sevguest.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * The texts of a window as painted, to find texts with too little contrast. Used on the event
 * thread.
 */
public final class PaintedText {
    /** The minimum contrast of enabled texts; see WCAG 2.1, 1.4.3, for large text. */
    private static final double LEAST_CONTRAST = 3.0;

    private final JComponent root;
    private final BufferedImage picture;

    private PaintedText(JComponent root, BufferedImage picture) {
        this.root = root;
        this.picture = picture;
    }

    /**
     * Paints a window and reads its texts in one step, so that no label changes in between.
     *
     * @param root a component with its final size
     */
    public static Capture read(JComponent root) {
        var image =
                new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
        root.paint(image.createGraphics());
        var painted = new PaintedText(root, image);
        return new Capture(
                image, painted.readable().map(PaintedText::words).toList(), painted.unreadable());
    }

    /**
     * The texts of a window.
     *
     * @param picture of the window
     * @param words the texts of its components
     * @param unreadable the components whose texts have too little contrast
     */
    public record Capture(BufferedImage picture, List<String> words, List<String> unreadable) {}

    private List<String> unreadable() {
        List<String> found = new ArrayList<>();
        readable()
                .forEach(
                        part -> {
                            double contrast = contrast(place(part));
                            if (contrast < LEAST_CONTRAST) {
                                found.add(
                                        "%s \"%s\": %.1f"
                                                .formatted(part.getName(), words(part), contrast));
                            }
                        });
        return found;
    }

    private Stream<JComponent> readable() {
        return parts(root)
                .filter(Component::isShowing)
                .filter(Component::isEnabled)
                .filter(part -> !words(part).isBlank())
                .filter(part -> place(part).width > 8 && place(part).height > 8);
    }

    private static Stream<JComponent> parts(Container container) {
        return Stream.of(container.getComponents())
                .filter(JComponent.class::isInstance)
                .map(JComponent.class::cast)
                .flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
    }

    private static String words(JComponent part) {
        if (part instanceof JLabel label) {
            return String.valueOf(label.getText() == null ? "" : label.getText());
        }
        if (part instanceof AbstractButton button) {
            return button.getText() == null ? "" : button.getText();
        }
        return part instanceof JTextComponent text ? text.getText() : "";
    }

    /** Returns the visible area of a component. */
    private Rectangle place(JComponent part) {
        Rectangle seen = part.getVisibleRect();
        Point corner = SwingUtilities.convertPoint(part, seen.x, seen.y, root);
        return new Rectangle(corner, seen.getSize())
                .intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
    }

    /** Returns the contrast between the most common color and the one that differs most from it. */
    private double contrast(Rectangle place) {
        Map<Integer, Integer> colors = new HashMap<>();
        for (int y = place.y; y < place.y + place.height; y++) {
            for (int x = place.x; x < place.x + place.width; x++) {
                colors.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        int background =
                colors.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return colors.keySet().stream()
                .mapToDouble(color -> contrast(color, background))
                .max()
                .orElseThrow();
    }

    private static double contrast(int one, int other) {
        double a = luminance(new Color(one));
        double b = luminance(new Color(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Returns the relative luminance of a color; see WCAG 2.1, relative luminance. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
