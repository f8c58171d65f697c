package io.sevguest.cli;

import java.util.Locale;

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

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
