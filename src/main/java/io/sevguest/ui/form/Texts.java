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
 * The texts of the window, by key. A key is the id of a field or action and the kind of text, such
 * as {@code guest.name.label}. In labels, {@code &} precedes the mnemonic.
 */
public final class Texts {
    private static final String RESOURCE = "texts.properties";

    private final Properties words;

    private Texts(Properties words) {
        this.words = words;
    }

    /** Reads the texts that come with the program. */
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

    /** Returns all keys. */
    public Set<String> keys() {
        return words.stringPropertyNames();
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /**
     * Returns the text of a key, which must exist, with its arguments filled in; invisible
     * characters in these are escaped.
     */
    public String get(String key, Object... arguments) {
        String found = words.getProperty(key);
        if (found == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return arguments.length == 0 ? found : EscapedText.text(found.formatted(arguments));
    }

    /**
     * Returns the text of a key, or an empty text if there is none; for example, many fields have
     * no tool tip.
     */
    public String orEmpty(String key) {
        return words.getProperty(key, "");
    }

    /** Returns a label with its mnemonic. */
    public Caption caption(String key) {
        return Caption.parse(get(key));
    }
}
