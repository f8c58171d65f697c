package io.sevguest.qemu;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of one option while it is written: {@code head,key=value,…} with commas in values
 * doubled, and where each value comes from.
 */
final class OptionText {
    private final StringBuilder text = new StringBuilder();
    private final List<Origin> origins = new ArrayList<>(4);

    static OptionText empty() {
        return new OptionText();
    }

    static OptionText of(String head, Place... places) {
        var option = new OptionText();
        option.append(head, places);
        return option;
    }

    /** A value that QEMU takes as it is, such as a path after {@code -kernel}: nothing doubled. */
    static OptionText verbatim(String value, Place... places) {
        var option = new OptionText();
        option.text.append(value);
        option.mark(0, places);
        return option;
    }

    /** Adds {@code key=value}; the value comes from the given places. */
    OptionText add(String key, String value, Place... places) {
        if (text.length() > 0) {
            text.append(',');
        }
        int start = text.length();
        text.append(key).append('=');
        escape(value);
        mark(start, places);
        return this;
    }

    /** Adds {@code key=} and what stands at the place. */
    OptionText add(String key, Place place) {
        return add(key, place.value(), place);
    }

    /** The same where something stands there, else nothing. */
    OptionText addWritten(String key, Place place) {
        return place.isWritten() ? add(key, place) : this;
    }

    /** Adds {@code key=on} or {@code key=off} where the place says yes, on, no or off. */
    OptionText addSwitch(String key, Place place) {
        return switch (place.value()) {
            case "yes", "on" -> add(key, "on", place);
            case "no", "off" -> add(key, "off", place);
            default -> this;
        };
    }

    /** Adds all of another value after a comma, with where it comes from. */
    OptionText then(OptionText more) {
        text.append(',');
        int shift = text.length();
        text.append(more.text);
        for (Origin origin : more.origins) {
            origins.add(
                    new Origin(
                            origin.element(),
                            origin.attribute(),
                            origin.start() + shift,
                            origin.end() + shift));
        }
        return this;
    }

    /** Adds characters as they are, without a comma before. */
    OptionText raw(String more, Place... places) {
        int start = text.length();
        text.append(more);
        mark(start, places);
        return this;
    }

    /** Notes that the value so far also comes from these places. */
    OptionText from(Place... places) {
        mark(0, places);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Origin> origins() {
        return origins;
    }

    private void append(String value, Place... places) {
        int start = text.length();
        escape(value);
        mark(start, places);
    }

    private void escape(String value) {
        if (value.indexOf(',') < 0) {
            text.append(value);
        } else {
            text.append(value.replace(",", ",,"));
        }
    }

    private void mark(int start, Place... places) {
        for (Place place : places) {
            boolean there = place.element().hasAttribute(place.attribute());
            String attribute = there ? place.attribute() : "";
            origins.add(new Origin(place.element(), attribute, start, text.length()));
        }
    }
}
