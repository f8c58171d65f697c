package io.sevguest.cli.option;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converts a word into an enum constant, and lists all words for the help and the completion. The
 * words are the names of the constants in lower case, with dashes.
 *
 * @param <E> the enum
 */
public abstract class EnumConverter<E extends Enum<E>>
        implements ITypeConverter<E>, Iterable<String> {
    private final List<E> values;

    protected EnumConverter(Class<E> type) {
        this.values = List.of(type.getEnumConstants());
    }

    /** Returns the word for a constant. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        return values.stream()
                .filter(value -> of(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(refusal(text)));
    }

    private String refusal(String text) {
        return "\"" + text + "\" is not one of " + String.join(", ", this) + ".";
    }

    @Override
    public Iterator<String> iterator() {
        return values.stream().map(EnumConverter::of).iterator();
    }
}
