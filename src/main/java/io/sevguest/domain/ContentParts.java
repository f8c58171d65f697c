package io.sevguest.domain;

/**
 * The content of an element without children: text, CDATA sections, comments and processing
 * instructions.
 */
final class ContentParts {
    private ContentParts() {}

    /** The content with another text in the place of its first; comments and instructions stay. */
    static String withText(String content, String escaped) {
        var out = new StringBuilder(content.length());
        boolean placed = false;
        int at = 0;
        while (at < content.length()) {
            int end = partEnd(content, at);
            String part = content.substring(at, end);
            if (part.startsWith("<!--") || part.startsWith("<?")) {
                out.append(part);
            } else if (!part.isBlank() || end == content.length() && !placed) {
                out.append(placed ? "" : escaped);
                placed = true;
            } else if (out.length() > 0 || end < content.length()) {
                out.append(part);
            }
            at = end;
        }
        return placed ? out.toString() : out.append(escaped).toString();
    }

    private static int partEnd(String content, int at) {
        if (content.startsWith("<!--", at)) {
            return content.indexOf("-->", at + 4) + 3;
        }
        if (content.startsWith("<![CDATA[", at)) {
            return content.indexOf("]]>", at + 9) + 3;
        }
        if (content.startsWith("<?", at)) {
            return content.indexOf("?>", at + 2) + 2;
        }
        int markup = content.indexOf('<', at);
        return markup < 0 ? content.length() : markup;
    }
}
