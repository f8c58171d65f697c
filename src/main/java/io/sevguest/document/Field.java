package io.sevguest.document;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One editable part of a value.
 *
 * @param id the component name, text key, place of findings and undo label, such as {@code
 *     guest.name}
 * @param get reads the part
 * @param with returns a copy of the value with another part
 */
public record Field<T, V>(String id, Function<T, V> get, BiFunction<T, V, T> with) {}
