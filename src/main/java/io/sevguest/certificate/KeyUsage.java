package io.sevguest.certificate;

import java.util.Optional;

/** The purpose of a certificate's key. Source: SEV API (AMD 55766), appendix C.1. */
public enum KeyUsage {
    ARK(0x0, "AMD root key"),
    ASK(0x13, "AMD SEV signing key"),
    INVALID(0x1000, "no key"),
    OCA(0x1001, "owner certificate authority"),
    PEK(0x1002, "platform endorsement key"),
    PDH(0x1003, "Diffie-Hellman key"),
    CEK(0x1004, "chip endorsement key");

    private final long code;
    private final String words;

    KeyUsage(long code, String words) {
        this.code = code;
        this.words = words;
    }

    public long code() {
        return code;
    }

    /** Returns the words behind the abbreviation. */
    public String words() {
        return words;
    }

    /** The usage of a code; empty if the code means nothing. */
    public static Optional<KeyUsage> of(long code) {
        for (KeyUsage usage : values()) {
            if (usage.code == code) {
                return Optional.of(usage);
            }
        }
        return Optional.empty();
    }

    /** A code as its name, else as {@code unknown (0x…)}. */
    public static String text(long code) {
        return of(code).map(Enum::name).orElse("unknown (0x%x)".formatted(code));
    }
}
