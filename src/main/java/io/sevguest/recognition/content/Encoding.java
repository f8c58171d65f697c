package io.sevguest.recognition.content;

import java.util.Locale;

/** One layer that was taken off to come to the bytes themselves. */
public enum Encoding {
    PEM,
    BASE64,
    HEX,
    /** An element of a domain XML. */
    XML,
    /** A command line or a part of one, that holds the value. */
    ARGUMENT,
    /** A zip file of several certificates. */
    ZIP,
    /** The bytes themselves: always the last. */
    BINARY;

    /** The name in JSON. */
    public String toText() {
        return name().toLowerCase(Locale.ROOT);
    }
}
