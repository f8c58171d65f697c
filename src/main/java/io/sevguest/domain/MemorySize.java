package io.sevguest.domain;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.EscapedText;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount of memory in the unit in which it is written; the same amount in another unit is a
 * different value.
 *
 * @param amount 0 or more
 */
public record MemorySize(long amount, Unit unit) {
    /**
     * The units of libvirt. Source: libvirt 9.0.0, virScaleInteger; letters of either case, KiB if
     * none is given.
     */
    public enum Unit {
        BYTES("b", 0, 1),
        KB("KB", 1, 1000),
        KIB("KiB", 1, 1024),
        MB("MB", 2, 1000),
        MIB("MiB", 2, 1024),
        GB("GB", 3, 1000),
        GIB("GiB", 3, 1024),
        TB("TB", 4, 1000),
        TIB("TiB", 4, 1024),
        PB("PB", 5, 1000),
        PIB("PiB", 5, 1024),
        EB("EB", 6, 1000),
        EIB("EiB", 6, 1024);

        private final String text;
        private final BigInteger bytes;

        Unit(String text, int power, int base) {
            this.text = text;
            this.bytes = BigInteger.valueOf(base).pow(power);
        }

        /** Returns the unit as written in a domain, such as {@code MiB}. */
        public String text() {
            return text;
        }

        /** Reads a unit as libvirt does; an empty one is KiB. */
        public static Optional<Unit> of(String text) {
            String name = XmlSpace.strip(text).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                return Optional.of(KIB);
            }
            if (name.equals("byte") || name.equals("bytes")) {
                return Optional.of(BYTES);
            }
            String full = name.length() == 1 && !name.equals("b") ? name + "ib" : name;
            return Arrays.stream(values())
                    .filter(unit -> unit.text.toLowerCase(Locale.ROOT).equals(full))
                    .findFirst();
        }
    }

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18})[ \\t\\r\\n]*+(\\p{Alpha}{0,5})");

    /**
     * Reads user input, such as {@code 2 GiB}; a number without a unit is in KiB, as in libvirt.
     *
     * @throws ProblemException if it is not a whole number with a unit of libvirt
     */
    public static MemorySize parse(String text) throws ProblemException {
        Matcher size = TEXT.matcher(XmlSpace.strip(text));
        if (size.matches()) {
            Optional<MemorySize> read =
                    Unit.of(size.group(2))
                            .map(unit -> new MemorySize(Long.parseLong(size.group(1)), unit));
            if (read.filter(MemorySize::isTooLarge).isPresent()) {
                throw new ProblemException(
                        new Problem(
                                XmlSpace.strip(text) + " is more memory than a guest can have.",
                                "",
                                "Enter less than 8 EiB."));
            }
            if (read.isPresent()) {
                return read.get();
            }
        }
        String units =
                Arrays.stream(Unit.values()).map(Unit::text).collect(Collectors.joining(", "));
        throw new ProblemException(
                new Problem(
                        "\"" + EscapedText.excerpt(text) + "\" is not an amount of memory.",
                        "",
                        "Enter a whole number and a unit, such as 2 GiB; the units are "
                                + units
                                + "."));
    }

    /**
     * Reads an element such as {@code <memory unit='MiB'>512</memory>}; empty if its content is not
     * valid.
     */
    public static Optional<MemorySize> of(Element element) {
        return of(element.text(), element.attribute("unit"));
    }

    /**
     * Reads a number and a unit, which is KiB if empty; the result is empty if they are not a valid
     * amount.
     */
    public static Optional<MemorySize> of(String amount, String unit) {
        try {
            return Optional.of(parse(amount + " " + unit));
        } catch (ProblemException notASize) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the number of bytes does not fit into 63 bits, which is also libvirt's limit.
     */
    private boolean isTooLarge() {
        return toBytes().bitLength() >= Long.SIZE;
    }

    public BigInteger toBytes() {
        return unit.bytes.multiply(BigInteger.valueOf(amount));
    }

    /** Returns the amount in MiB, rounded up. */
    public long toMib() {
        return toBytes()
                .add(Unit.MIB.bytes.subtract(BigInteger.ONE))
                .divide(Unit.MIB.bytes)
                .longValueExact();
    }

    /** Returns the amount in KiB, rounded up, as libvirt does. */
    public long toKib() {
        return toBytes()
                .add(Unit.KIB.bytes.subtract(BigInteger.ONE))
                .divide(Unit.KIB.bytes)
                .longValueExact();
    }

    public boolean isSameAmount(MemorySize other) {
        return toBytes().equals(other.toBytes());
    }

    /** Returns the amount and the unit, such as {@code 512 MiB}. */
    public String toText() {
        return amount + " " + unit.text;
    }
}
