package io.sevguest.recognition.content;

/** A place in {@code <launchSecurity>} that takes one line of base64. */
public enum BlobTarget {
    DH_CERT("dhCert", "the guest owner's certificate", 2084),
    SESSION("session", "the session blob", 128);

    private final String element;
    private final String words;
    private final int size;

    BlobTarget(String element, String words, int size) {
        this.element = element;
        this.words = words;
        this.size = size;
    }

    /** The element's name. */
    public String element() {
        return element;
    }

    /** Returns the name of what belongs there, with its article. */
    public String words() {
        return words;
    }

    /** Returns the number of bytes that the firmware expects there. */
    public int size() {
        return size;
    }

    public BlobTarget other() {
        return this == DH_CERT ? SESSION : DH_CERT;
    }
}
