package io.sevguest.qemu.command;

/**
 * A value in the command that the document leaves out; it is not written into the XML.
 *
 * @param what what was left out, such as {@code cbitpos}
 * @param value the value in the command
 * @param reason where it comes from, in full sentences
 */
public record Assumption(String what, String value, String reason) {
    /** One line: what, value and reason. */
    public String toText() {
        return what + " = " + value + ": " + reason;
    }
}
