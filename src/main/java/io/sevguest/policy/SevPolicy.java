package io.sevguest.policy;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.problem.EscapedText;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The 32 bits of a SEV guest policy; unknown and reserved ones are kept.
 *
 * <pre>
 *  0 NODBG  1 NOKS  2 ES  3 NOSEND  4 DOMAIN  5 SEV   6–15 reserved, zero
 * 16–23 minimum API major   24–31 minimum API minor
 * </pre>
 *
 * Source: SEV API (AMD 55766), guest policy structure.
 *
 * @param bits all of them, as the firmware gets them
 */
public record SevPolicy(int bits) {
    /** A named bit of the policy. */
    public enum Flag {
        NODBG(
                "Debugging is forbidden.",
                "The host cannot have the firmware decrypt or alter the guest's memory."),
        NOKS(
                "Sharing the key with other guests is forbidden.",
                "No other guest can be started with this guest's memory key."),
        ES(
                "SEV-ES is required.",
                "The registers are encrypted too; the guest cannot be rebooted, only stopped and"
                        + " started again."),
        NOSEND(
                "Sending the guest to another platform is forbidden.",
                "The guest can never be migrated or saved by way of the firmware."),
        DOMAIN(
                "The guest may be sent only to platforms of the same domain.",
                "It can be migrated only to hosts of the same owner, and only among these."),
        SEV(
                "The guest may be sent only to platforms with SEV.",
                "It can be migrated only to hosts whose firmware supports SEV.");

        private final String sentence;
        private final String consequence;

        Flag(String sentence, String consequence) {
            this.sentence = sentence;
            this.consequence = consequence;
        }

        /** The name on the command line and in JSON, such as {@code nodbg}. */
        public String option() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The bit alone. */
        @SuppressWarnings("EnumOrdinal") // They are in the order of the bits, from bit 0 on.
        public int mask() {
            return 1 << ordinal();
        }

        /** Returns what the bit requires, as one sentence. */
        public String sentence() {
            return sentence;
        }

        /** Returns the consequence of setting the bit, as one sentence. */
        public String consequence() {
            return consequence;
        }
    }

    /** QEMU's default, which applies wherever a command leaves the policy out. */
    public static final SevPolicy QEMU_DEFAULT = new SevPolicy(1);

    private static final int RESERVED = 0xffc0;
    private static final int MAX_API_PART = 0xff;
    private static final Pattern HEX = Pattern.compile("0[xX]0*([0-9a-fA-F]{1,8})");
    private static final Pattern DECIMAL = Pattern.compile("0*(\\d{1,10})");
    private static final Pattern API = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /**
     * Reads a value as this program's command line does: hexadecimal with {@code 0x}, else decimal.
     *
     * @throws ProblemException if it is neither, or needs more than 32 bits
     */
    public static SevPolicy parse(String text) throws ProblemException {
        String value = XmlSpace.strip(text);
        Matcher hex = HEX.matcher(value);
        if (hex.matches()) {
            return new SevPolicy(Integer.parseUnsignedInt(hex.group(1), 16));
        }
        Matcher decimal = DECIMAL.matcher(value);
        if (decimal.matches() && Long.parseLong(decimal.group(1)) <= 0xffff_ffffL) {
            return new SevPolicy(Integer.parseUnsignedInt(decimal.group(1)));
        }
        throw new ProblemException(
                new Problem(
                        "\"" + EscapedText.excerpt(text) + "\" is not a policy.",
                        "",
                        "Give a number of at most 32 bits: hexadecimal with 0x, such as 0x0003, or"
                                + " decimal without, such as 3."));
    }

    /**
     * Reads names of flags, such as {@code nodbg,noks}; none at all is the policy 0.
     *
     * @throws ProblemException if a name is not a flag's
     */
    public static SevPolicy parseNames(String names) throws ProblemException {
        var policy = new SevPolicy(0);
        for (String name : names.split(",", -1)) {
            if (!name.isBlank()) {
                policy = policy.with(flag(name.strip()), true);
            }
        }
        return policy;
    }

    private static Flag flag(String name) throws ProblemException {
        for (Flag flag : Flag.values()) {
            if (flag.option().equalsIgnoreCase(name)) {
                return flag;
            }
        }
        String known =
                Arrays.stream(Flag.values()).map(Flag::option).collect(Collectors.joining(", "));
        throw new ProblemException(
                new Problem(
                        "\"" + name + "\" is not the name of a policy bit.",
                        "",
                        "The names are: " + known + "."));
    }

    public boolean has(Flag flag) {
        return (bits & flag.mask()) != 0;
    }

    public SevPolicy with(Flag flag, boolean on) {
        return new SevPolicy(on ? bits | flag.mask() : bits & ~flag.mask());
    }

    /** The flags that are set, in the order of their bits. */
    public List<Flag> flags() {
        List<Flag> set = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (has(flag)) {
                set.add(flag);
            }
        }
        return List.copyOf(set);
    }

    /** Bits 6 to 15 in their place; zero in a policy that firmware accepts. */
    public int reserved() {
        return bits & RESERVED;
    }

    /** This policy with the reserved bits cleared. */
    public SevPolicy withoutReserved() {
        return new SevPolicy(bits & ~RESERVED);
    }

    /** Major number of the oldest firmware API that may run the guest, 0 to 255. */
    public int apiMajor() {
        return bits >>> 16 & MAX_API_PART;
    }

    /** Minor number of the oldest firmware API that may run the guest, 0 to 255. */
    public int apiMinor() {
        return bits >>> 24;
    }

    /** This policy with another minimum API; only the low 8 bits of each number count. */
    public SevPolicy withApi(int major, int minor) {
        return new SevPolicy(
                (bits & 0xffff) | (major & MAX_API_PART) << 16 | (minor & MAX_API_PART) << 24);
    }

    /**
     * This policy with a minimum API given as text, such as {@code 1.40}.
     *
     * @throws ProblemException if it is not two numbers from 0 to 255
     */
    public SevPolicy withApi(String majorDotMinor) throws ProblemException {
        Matcher api = API.matcher(majorDotMinor.strip());
        if (api.matches()) {
            int major = Integer.parseInt(api.group(1));
            int minor = Integer.parseInt(api.group(2));
            if (major <= MAX_API_PART && minor <= MAX_API_PART) {
                return withApi(major, minor);
            }
        }
        throw new ProblemException(
                new Problem(
                        "\"" + majorDotMinor + "\" is not a firmware API version.",
                        "",
                        "Give major and minor number, each from 0 to 255, such as 1.40."));
    }

    /** As libvirt writes it in its XML: {@code 0x} and at least four lower-case hex digits. */
    public String toHex() {
        return "0x%04x".formatted(bits);
    }

    /** As it is written for QEMU: {@code 0x} and no more digits than needed. */
    public String toQemu() {
        return "0x" + Integer.toHexString(bits);
    }

    /**
     * Returns the policy in decimal, as sevctl expects it and {@code virsh domlaunchsecinfo} prints
     * it.
     */
    public long toDecimal() {
        return Integer.toUnsignedLong(bits);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
