package io.sevguest.measurement.secret;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Makes launch secrets, each under an initialization vector of its own. */
public final class SecretSealer {
    public static final int IV_SIZE = 16;

    private final Supplier<Bytes> ivs;

    /** Takes a fresh IV for each secret. */
    public SecretSealer(SecureRandom random) {
        this(
                () -> {
                    byte[] iv = new byte[IV_SIZE];
                    random.nextBytes(iv);
                    return Bytes.of(iv);
                });
    }

    private SecretSealer(Supplier<Bytes> ivs) {
        this.ivs = ivs;
    }

    /**
     * Takes a known IV, so that a packet can be compared with one that another program made.
     *
     * @param iv 16 bytes, never used twice with a TEK
     */
    public static SecretSealer ofIv(Bytes iv) {
        return new SecretSealer(() -> iv);
    }

    /**
     * Encrypts a table.
     *
     * @param table still the caller's
     * @param measure of the launch, 32 bytes, or none before firmware API 0.17
     * @throws ProblemException if two secrets have one name, or there is more than firmware takes
     */
    public LaunchSecret seal(
            SecretTable table, SecretPadding padding, TransportKeys keys, Bytes measure)
            throws ProblemException {
        table.checkNames();
        LaunchSecret.checkSize(padding.padded(table.size()));
        try (SecretBytes plain = table.toBytes(padding)) {
            return seal(plain, keys, measure);
        }
    }

    /**
     * Encrypts bytes as they are, as {@link #seal(SecretTable, SecretPadding, TransportKeys,
     * Bytes)}.
     */
    public LaunchSecret seal(SecretBytes plain, TransportKeys keys, Bytes measure)
            throws ProblemException {
        return LaunchSecret.seal(plain, keys, measure, ivs.get());
    }
}
