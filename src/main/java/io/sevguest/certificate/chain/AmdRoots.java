package io.sevguest.certificate.chain;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.RsaKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The public keys of AMD's SEV roots (ARK) and signing keys (ASK), Naples to Turin, built into the
 * program as numbers. Reading them takes a moment: call it from a task.
 */
public final class AmdRoots {
    private static final String RESOURCE = "amd-roots.properties";
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final Properties numbers;

    private AmdRoots(Properties numbers) {
        this.numbers = numbers;
    }

    /** AMD's roots from the oldest generation to the newest. */
    public static List<Root> all() {
        var properties = new Properties();
        try (InputStream in = AmdRoots.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException resourceOfTheProgram) {
            throw new UncheckedIOException(resourceOfTheProgram);
        }
        var roots = new AmdRoots(properties);
        return Stream.of(properties.getProperty("generations").split(" "))
                .map(roots::root)
                .toList();
    }

    private Root root(String generation) {
        String words =
                generation.substring(0, 1).toUpperCase(Locale.ROOT) + generation.substring(1);
        return new Root(
                generation,
                "AMD " + words,
                key(generation + ".ark"),
                Bytes.ofHex(numbers.getProperty(generation + ".ark.keyId")),
                Optional.of(key(generation + ".ask")));
    }

    private RsaKey key(String name) {
        var modulus = new BigInteger(numbers.getProperty(name + ".modulus"), 16);
        return new RsaKey(modulus.bitLength(), EXPONENT, modulus);
    }
}
