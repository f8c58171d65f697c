package io.sevguest.state.preferences;

import io.sevguest.qemu.EpycGeneration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts preferences from and to JSON. Invalid values are replaced by defaults. Unknown keys are
 * kept.
 */
final class PreferencesJson {
    private PreferencesJson() {}

    static Preferences read(JsonNode json) {
        Preferences base = Preferences.DEFAULT;
        return new Preferences(
                constant(json.path("theme"), ThemeChoice.values()).orElse(base.theme()),
                json.path("zoomPercent").asInt(base.zoomPercent()),
                wrapped(json.path("wrappedPreviews")),
                constant(json.path("platform"), EpycGeneration.values()).orElse(base.platform()),
                window(json.path("window")),
                new RecentFiles(strings(json.path("recentFiles"))));
    }

    private static Set<Preview> wrapped(JsonNode json) {
        if (!json.isArray()) {
            return Preferences.DEFAULT.wrapped();
        }
        Set<Preview> wrapped = EnumSet.noneOf(Preview.class);
        for (JsonNode element : json) {
            constant(element, Preview.values()).ifPresent(wrapped::add);
        }
        return wrapped;
    }

    private static <E extends Enum<E>> Optional<E> constant(JsonNode json, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> text(constant).equals(json.asString("")))
                .findFirst();
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static WindowState window(JsonNode json) {
        Map<String, Double> dividers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> divider : json.path("dividers").properties()) {
            if (divider.getValue().isNumber()) {
                dividers.put(divider.getKey(), divider.getValue().asDouble(0));
            }
        }
        return new WindowState(
                place(json.path("place")),
                json.path("maximized").asBoolean(false),
                dividers,
                json.path("folded").isArray()
                        ? new HashSet<>(strings(json.path("folded")))
                        : WindowState.FIRST.folded(),
                json.path("page").asString(""));
    }

    private static Optional<WindowState.Place> place(JsonNode json) {
        int width = json.path("width").asInt(0);
        int height = json.path("height").asInt(0);
        return width <= 0 || height <= 0
                ? Optional.empty()
                : Optional.of(
                        new WindowState.Place(
                                json.path("x").asInt(0), json.path("y").asInt(0), width, height));
    }

    private static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        for (JsonNode element : json) {
            if (element.isString()) {
                strings.add(element.asString());
            }
        }
        return strings;
    }

    /** Writes all preferences into an object, and keeps its other keys. */
    static void write(Preferences preferences, ObjectNode json) {
        json.put("theme", text(preferences.theme()));
        json.put("zoomPercent", preferences.zoomPercent());
        ArrayNode wrapped = json.putArray("wrappedPreviews");
        preferences.wrapped().stream().sorted().forEach(preview -> wrapped.add(text(preview)));
        json.put("platform", text(preferences.platform()));
        WindowState window = preferences.window();
        ObjectNode windowJson = json.withObjectProperty("window");
        window.place().ifPresent(place -> write(place, windowJson.withObjectProperty("place")));
        windowJson.put("maximized", window.maximized());
        ObjectNode dividers = windowJson.withObjectProperty("dividers");
        window.dividers().forEach(dividers::put);
        ArrayNode folded = windowJson.putArray("folded");
        window.folded().stream().sorted().forEach(folded::add);
        windowJson.put("page", window.page());
        json.putArray("recentFiles").addAll(names(json, preferences));
    }

    private static List<JsonNode> names(ObjectNode json, Preferences preferences) {
        return preferences.recentFiles().names().stream()
                .<JsonNode>map(name -> json.stringNode(name))
                .toList();
    }

    private static void write(WindowState.Place place, ObjectNode json) {
        json.put("x", place.x());
        json.put("y", place.y());
        json.put("width", place.width());
        json.put("height", place.height());
    }
}
