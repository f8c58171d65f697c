package io.sevguest.domain.xml;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The attributes of one element: decoded values by name as written, in the order of the text.
 * Unmodifiable.
 *
 * <p>An element has few attributes and a document many elements, so they are two short lists
 * instead of a hash table.
 */
public final class Attributes extends AbstractMap<String, String> {
    public static final Attributes NONE = new Attributes(List.of(), List.of());

    private final List<String> names;
    private final List<String> values;

    /**
     * Creates the attributes in the order of the text.
     *
     * @param values as many as names
     */
    public Attributes(List<String> names, List<String> values) {
        this.names = List.copyOf(names);
        this.values = List.copyOf(values);
    }

    /** Returns the position of an attribute among the others, from 0; -1 if it is absent. */
    int position(String name) {
        return names.indexOf(name);
    }

    /** Returns the value, empty if the attribute is absent. */
    String value(String name) {
        int position = position(name);
        return position < 0 ? "" : values.get(position);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.size();
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return IntStream.range(0, names.size())
                        .mapToObj(at -> Map.entry(names.get(at), values.get(at)))
                        .iterator();
            }
        };
    }
}
