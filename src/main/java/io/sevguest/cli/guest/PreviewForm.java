package io.sevguest.cli.guest;

/** The output forms of {@code preview}. */
enum PreviewForm {
    XML,
    LAUNCH_SECURITY,
    COMMAND,
    ARGS,
    JSON,
    FILES;

    /** Returns whether this form includes the QEMU command. */
    boolean showsCommand() {
        return this != XML && this != LAUNCH_SECURITY;
    }
}
