package io.sevguest.ui.form;

import io.sevguest.problem.EscapedText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * The words of the window, by key. A key is a field's or an action's id and what it says of it,
 * such as {@code guest.name.label}. In labels {@code &} stands before the mnemonic.
 */
public final class Texts {
    private static final String RESOURCE = "texts.properties";

    private final Properties words;

    private Texts(Properties words) {
        this.words = words;
    }

    /** Reads the words that come with the program. */
    public static Texts load() {
        var words = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(Texts.class.getResourceAsStream(RESOURCE), RESOURCE),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Texts(words);
    }

    /** All keys there are. */
    public Set<String> keys() {
        return words.stringPropertyNames();
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /**
     * The words of a key, which must exist, with {@code %s} and the like filled in; what cannot be
     * seen of these is written out.
     */
    public String get(String key, Object... arguments) {
        String found = words.getProperty(key);
        if (found == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return arguments.length == 0 ? found : EscapedText.text(found.formatted(arguments));
    }

    /** The words of a key, or nothing where a subject has none, as many have no tip. */
    public String orEmpty(String key) {
        return words.getProperty(key, "");
    }

    /** A label with its mnemonic. */
    public Caption caption(String key) {
        return Caption.parse(get(key));
    }
}
