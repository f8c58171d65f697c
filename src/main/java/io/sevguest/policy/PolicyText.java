package io.sevguest.policy;

import io.sevguest.bytes.XmlSpace;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A policy as written in libvirt's XML, read as libvirt reads it: always base 16, with or without
 * {@code 0x}.
 *
 * <p>Source: libvirt 9.0.0, virDomainSEVDefParseXML (virXPathUIntBase, base 16: strtoul, so blanks
 * before the number pass and those after it do not) and basictypes.rng, hexuint.
 *
 * @param text the decoded characters of the element, blanks included; empty where it is missing
 */
public record PolicyText(String text) {
    /** No {@code <policy>} at all. */
    public static final PolicyText MISSING = new PolicyText("");

    private static final Pattern SCHEMA = Pattern.compile("(0x)?[0-9a-f]+");
    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final int MOST_HEX_DIGITS = 8;
    private static final long MOST = 0xffff_ffffL;

    /** As this program writes it. */
    public static PolicyText of(SevPolicy policy) {
        return new PolicyText(policy.toHex());
    }

    /** Returns the policy as libvirt's parser reads the text; empty if it rejects the domain. */
    public Optional<SevPolicy> value() {
        int start = significant();
        return start >= 0 && text.length() - start <= MOST_HEX_DIGITS
                ? Optional.of(
                        new SevPolicy(Integer.parseUnsignedInt("0" + text.substring(start), 16)))
                : Optional.empty();
    }

    /**
     * Returns where the first digit that is not a leading zero is, or the end of the text if there
     * is none; -1 if the text is not a number to libvirt's parser, which is strtoul of base 16. One
     * pass, since a hostile text may have 64 MiB.
     */
    private int significant() {
        int at = 0;
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (text.startsWith("+", at)) {
            at++;
        }
        boolean prefix = text.startsWith("0x", at) || text.startsWith("0X", at);
        if (prefix && at + 2 < text.length() && isHex(text.charAt(at + 2))) {
            at += 2;
        }
        if (at == text.length()) {
            return -1;
        }
        for (int i = at; i < text.length(); i++) {
            if (!isHex(text.charAt(i))) {
                return -1;
            }
        }
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /**
     * Returns whether {@code virt-xml-validate} and {@code virsh define --validate} accept the
     * text.
     */
    public boolean isSchemaValid() {
        return SCHEMA.matcher(text).matches();
    }

    /** Returns whether it is a hexadecimal number, but one of more than 32 bits. */
    public boolean isTooLong() {
        return significant() >= 0 && value().isEmpty();
    }

    public boolean hasLeadingBlanks() {
        return !text.isEmpty() && XmlSpace.is(text.charAt(0));
    }

    /** Returns whether the text contains upper-case letters, which the schema does not allow. */
    public boolean hasUpperCase() {
        return text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    /**
     * Returns the decimal reading of digits without {@code 0x}, which a person may have meant;
     * present only if it differs from the hexadecimal reading.
     */
    public Optional<SevPolicy> decimalReading() {
        String digits = withoutZeros(XmlSpace.strip(text));
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        long decimal = Long.parseLong(digits);
        if (decimal > MOST || decimal == Long.parseLong(digits, 16)) {
            return Optional.empty();
        }
        return Optional.of(new SevPolicy((int) decimal));
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
