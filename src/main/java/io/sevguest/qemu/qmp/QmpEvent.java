package io.sevguest.qemu.qmp;

import java.time.Instant;

/**
 * Something that QEMU reports by itself.
 *
 * @param name such as {@code SHUTDOWN}
 * @param reason such as {@code guest-shutdown}; empty where the event has none
 * @param data all that came with it, as JSON; empty where nothing came
 */
public record QmpEvent(Instant time, String name, String reason, String data) {}
