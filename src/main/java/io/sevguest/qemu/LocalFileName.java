package io.sevguest.qemu;

/**
 * Names of files such that QEMU opens the file: it reads the text before a colon as a protocol, as
 * in {@code nbd:} or {@code http:}, unless a slash comes first.
 *
 * <p>Source: QEMU, block.c, path_has_protocol.
 */
public final class LocalFileName {
    private LocalFileName() {}

    /** Returns the name, with {@code ./} before one that QEMU could read as a protocol. */
    public static String of(String name) {
        int colon = name.indexOf(':');
        int slash = name.indexOf('/');
        boolean plain = colon < 0 || (slash >= 0 && slash < colon);
        return plain ? name : "./" + name;
    }
}
