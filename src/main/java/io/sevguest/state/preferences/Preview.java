package io.sevguest.state.preferences;

/** The previews beside the forms. */
public enum Preview {
    XML,
    COMMAND,
    FILES,
    CHANGES
}
