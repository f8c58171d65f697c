package io.sevguest.ui.text;

import java.util.Arrays;

/**
 * A text as shown in an editor, with LF line ends, and the mapping of its offsets to the text
 * itself, whose line ends are kept.
 */
public final class LineEnds {
    private final String shown;
    private final int[] pairs;
    private final String usual;

    private LineEnds(String shown, int[] pairs, String usual) {
        this.shown = shown;
        this.pairs = pairs;
        this.usual = usual;
    }

    public static LineEnds of(String text) {
        if (text.indexOf('\r') < 0) {
            return new LineEnds(text, new int[0], "\n");
        }
        var shown = new StringBuilder(text.length());
        int[] pairs = new int[16];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (pair) {
                pairs = count == pairs.length ? Arrays.copyOf(pairs, count * 2) : pairs;
                pairs[count++] = shown.length();
                i++;
            }
            shown.append(c == '\r' ? '\n' : c);
        }
        return new LineEnds(shown.toString(), Arrays.copyOf(pairs, count), usualEnd(text));
    }

    private static String usualEnd(String text) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return "\r";
        }
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    public String shown() {
        return shown;
    }

    /** Converts an offset in the shown text to one in the text itself. */
    public int toText(int offset) {
        int found = Arrays.binarySearch(pairs, offset);
        return offset + (found >= 0 ? found : -found - 1);
    }

    /** Converts an offset in the text itself to one in the shown text. */
    public int toShown(int offset) {
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] + middle + 1 < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean insidePair = low < pairs.length && pairs[low] + low + 1 == offset;
        return offset - low - (insidePair ? 1 : 0);
    }

    /**
     * Converts a change of the shown text to one of the text itself; new lines get the same line
     * ends as the others.
     */
    public TextChange toText(TextChange change) {
        String written =
                usual.equals("\n")
                        ? change.replacement()
                        : change.replacement().replace("\n", usual);
        return new TextChange(toText(change.start()), toText(change.end()), written);
    }
}
