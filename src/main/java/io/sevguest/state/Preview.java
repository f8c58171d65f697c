package io.sevguest.state;

/** The previews beside the forms. */
public enum Preview {
    XML,
    COMMAND,
    FILES,
    CHANGES
}
