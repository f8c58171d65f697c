package io.sevguest.cli.guest;

/** What {@code preview} prints. */
enum PreviewForm {
    XML,
    LAUNCH_SECURITY,
    COMMAND,
    ARGS,
    JSON,
    FILES;

    /** Whether the QEMU command is part of it. */
    boolean showsCommand() {
        return this != XML && this != LAUNCH_SECURITY;
    }
}
