package io.sevguest.file;

/** Converts names of guests, which may contain any character, into file names. */
public final class SafeFileName {
    private SafeFileName() {}

    /**
     * Returns a name with a dash in place of each character that is not a Latin letter, a digit, an
     * underscore, a dot or a dash; empty for an empty name.
     */
    public static String of(String name) {
        return name.replaceAll("[^\\w.-]", "-");
    }
}
