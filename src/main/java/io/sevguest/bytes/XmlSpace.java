package io.sevguest.bytes;

/**
 * The white space of XML: space, tab, CR and LF. Java's own strips and tests also remove others,
 * such as U+3000, which are text to XML and to libvirt.
 *
 * <p>Source: XML 1.0, production 3, S.
 */
public final class XmlSpace {
    private XmlSpace() {}

    /** Returns whether a character is white space. */
    public static boolean is(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Returns a text without the white space around it. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        while (end > start && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns whether a text has nothing but white space. */
    public static boolean isBlank(String text) {
        return text.chars().allMatch(c -> is((char) c));
    }

    /** Returns a text without any white space. */
    public static String removedFrom(String text) {
        return text.chars()
                .filter(c -> !is((char) c))
                .collect(
                        () -> new StringBuilder(text.length()),
                        (out, c) -> out.append((char) c),
                        StringBuilder::append)
                .toString();
    }
}
