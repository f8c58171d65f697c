package io.sevguest.problem;

/**
 * A description of what went wrong, where, and how to fix it. What of it cannot be seen is written
 * out.
 *
 * @param what one or more full sentences
 * @param where a field's id, or a place as {@code file:line:column}; empty where there is none
 * @param fix one or more full sentences on what to do; empty where nothing can be said
 */
public record Problem(String what, String where, String fix) {
    public Problem {
        what = EscapedText.text(what);
        where = EscapedText.text(where);
        fix = EscapedText.text(fix);
    }

    public static Problem of(String what) {
        return new Problem(what, "", "");
    }

    public Problem withFix(String newFix) {
        return new Problem(what, where, newFix);
    }

    /** One block of text: the place, what, and the fix on a line of its own. */
    public String toText() {
        var text = new StringBuilder();
        if (!where.isEmpty()) {
            text.append(where).append(": ");
        }
        text.append(what);
        if (!fix.isEmpty()) {
            text.append(System.lineSeparator()).append("  ").append(fix);
        }
        return text.toString();
    }
}
