package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An amount of memory.
 *
 * <p>Source: libvirt formatdomain, scaled integers (virScaleInteger).
 */
record Capacity(long bytes) {
    private static final Map<String, BigInteger> UNITS =
            Map.ofEntries(
                    unit("b", 1),
                    unit("byte", 1),
                    unit("bytes", 1),
                    unit("kb", 1000),
                    unit("k", 1L << 10),
                    unit("kib", 1L << 10),
                    unit("mb", 1000_000),
                    unit("m", 1L << 20),
                    unit("mib", 1L << 20),
                    unit("gb", 1000_000_000),
                    unit("g", 1L << 30),
                    unit("gib", 1L << 30),
                    unit("tb", 1000_000_000_000L),
                    unit("t", 1L << 40),
                    unit("tib", 1L << 40),
                    unit("pb", 1000_000_000_000_000L),
                    unit("p", 1L << 50),
                    unit("pib", 1L << 50),
                    unit("eb", 1000_000_000_000_000_000L),
                    unit("e", 1L << 60),
                    unit("eib", 1L << 60));

    private static Map.Entry<String, BigInteger> unit(String name, long bytes) {
        return Map.entry(name, BigInteger.valueOf(bytes));
    }

    /** What an element with a {@code unit} attribute says; empty where that is no amount. */
    static Optional<Capacity> of(Element element, String defaultUnit) {
        String unit = element.hasAttribute("unit") ? element.attribute("unit") : defaultUnit;
        BigInteger scale = UNITS.get(unit.toLowerCase(Locale.ROOT));
        String digits = element.text();
        if (scale == null || !digits.matches("\\d{1,19}")) {
            return Optional.empty();
        }
        BigInteger bytes = new BigInteger(digits).multiply(scale);
        return bytes.bitLength() > 62
                ? Optional.empty()
                : Optional.of(new Capacity(bytes.longValueExact()));
    }

    /** Rounded up. */
    long kibibytes() {
        return (bytes + (1L << 10) - 1) >> 10;
    }

    /** Rounded up. */
    long mebibytes() {
        return (bytes + (1L << 20) - 1) >> 20;
    }
}
