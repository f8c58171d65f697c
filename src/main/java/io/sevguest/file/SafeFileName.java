package io.sevguest.file;

/** Makes file names of the names of guests, which may hold anything. */
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
