package io.sevguest.cli.guest;

/** The output of {@code preview}. */
enum PreviewForm {
    XML,
    LAUNCH_SECURITY,
    COMMAND,
    ARGS,
    JSON,
    FILES;

    /** Returns whether the QEMU command is part of it. */
    boolean showsCommand() {
        return this != XML && this != LAUNCH_SECURITY;
    }
}
