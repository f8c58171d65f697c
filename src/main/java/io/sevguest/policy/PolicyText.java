package io.sevguest.policy;

import io.sevguest.bytes.XmlSpace;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy as it stands in libvirt's XML, read as libvirt reads it: always base 16, with or without
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
    private static final Pattern PARSER =
            Pattern.compile("[ \\t\\n\\x0B\\f\\r]*\\+?(0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final int MOST_HEX_DIGITS = 8;
    private static final long MOST = 0xffff_ffffL;

    /** As this program writes it. */
    public static PolicyText of(SevPolicy policy) {
        return new PolicyText(policy.toHex());
    }

    /** Returns the policy as libvirt's parser reads the text; empty if it rejects the domain. */
    public Optional<SevPolicy> value() {
        Matcher number = PARSER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = withoutZeros(number.group(2));
        return digits.length() <= MOST_HEX_DIGITS
                ? Optional.of(new SevPolicy(Integer.parseUnsignedInt("0" + digits, 16)))
                : Optional.empty();
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
        return PARSER.matcher(text).matches() && value().isEmpty();
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
