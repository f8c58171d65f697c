package io.sevguest.qemu.command.draft;

import io.sevguest.qemu.command.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of one option while it is written: {@code head,key=value,…} with commas in values
 * doubled, and where each value comes from.
 */
public final class OptionText {
    private final StringBuilder text = new StringBuilder();
    private final List<Origin> origins = new ArrayList<>(4);

    public static OptionText empty() {
        return new OptionText();
    }

    public static OptionText of(String head, XmlPlace... places) {
        var option = new OptionText();
        option.append(head, places);
        return option;
    }

    /** A value that QEMU takes as it is, such as a path after {@code -kernel}: nothing doubled. */
    public static OptionText verbatim(String value, XmlPlace... places) {
        var option = new OptionText();
        option.text.append(value);
        option.mark(0, places);
        return option;
    }

    /** Adds {@code key=value}; the value comes from the given places. */
    public OptionText add(String key, String value, XmlPlace... places) {
        if (text.length() > 0) {
            text.append(',');
        }
        int start = text.length();
        text.append(key).append('=');
        escape(value);
        mark(start, places);
        return this;
    }

    /** Adds {@code key=} and the value of the place. */
    public OptionText add(String key, XmlPlace place) {
        return add(key, place.value(), place);
    }

    /** Does the same if the place has a value, otherwise nothing. */
    public OptionText addWritten(String key, XmlPlace place) {
        return place.isWritten() ? add(key, place) : this;
    }

    /** Adds {@code key=on} or {@code key=off} where the place says yes, on, no or off. */
    public OptionText addSwitch(String key, XmlPlace place) {
        return switch (place.value()) {
            case "yes", "on" -> add(key, "on", place);
            case "no", "off" -> add(key, "off", place);
            default -> this;
        };
    }

    /** Adds all of another value after a comma, with where it comes from. */
    public OptionText then(OptionText more) {
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
    public OptionText raw(String more, XmlPlace... places) {
        int start = text.length();
        text.append(more);
        mark(start, places);
        return this;
    }

    /** Notes that the value so far also comes from these places. */
    public OptionText from(XmlPlace... places) {
        mark(0, places);
        return this;
    }

    public String text() {
        return text.toString();
    }

    List<Origin> origins() {
        return origins;
    }

    private void append(String value, XmlPlace... places) {
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

    private void mark(int start, XmlPlace... places) {
        for (XmlPlace place : places) {
            boolean there = place.element().hasAttribute(place.attribute());
            String attribute = there ? place.attribute() : "";
            origins.add(new Origin(place.element(), attribute, start, text.length()));
        }
    }
}
