package io.sevguest.domain;

import java.util.OptionalInt;

/**
 * Finds a {@code ]]>} in text, which XML forbids. Woodstox overlooks it where its input buffer ends
 * in the middle.
 */
final class StrayCdataEnd {
    private static final String MARK = "]]>";

    private StrayCdataEnd() {}

    /** The offset of the first one in an otherwise well-formed text. */
    static OptionalInt find(String text) {
        int mark = text.indexOf(MARK);
        int at = 0;
        while (mark >= 0 && at < text.length()) {
            int markup = text.indexOf('<', at);
            int textEnd = markup < 0 ? text.length() : markup;
            if (mark < textEnd) {
                return OptionalInt.of(mark);
            }
            at = markupEnd(text, textEnd);
            mark = text.indexOf(MARK, at);
        }
        return OptionalInt.empty();
    }

    private static int markupEnd(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return text.indexOf("-->", at + 4) + 3;
        }
        if (text.startsWith("<![CDATA[", at)) {
            return text.indexOf(MARK, at) + MARK.length();
        }
        return text.startsWith("<?", at) ? text.indexOf("?>", at) + 2 : tagEnd(text, at);
    }

    private static int tagEnd(String text, int at) {
        char quote = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '>') {
                return i + 1;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return text.length();
    }
}
