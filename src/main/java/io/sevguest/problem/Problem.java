package io.sevguest.problem;

/**
 * A description of what went wrong, where, and how to fix it. Invisible characters in it are
 * escaped.
 *
 * @param what one or more complete sentences
 * @param where the id of a field, or a place as {@code file:line:column}; empty if there is none
 * @param fix one or more complete sentences about what to do; empty if nothing can be suggested
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

    /** Returns one block of text: the place and description, and the fix on a separate line. */
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
