package io.sevguest.domain.xml;

import io.sevguest.bytes.XmlSpace;
import java.util.OptionalInt;

/** Decimal numbers in a domain. */
public final class DecimalNumber {
    private static final int MAX_DIGITS = 9;

    private DecimalNumber() {}

    /**
     * Returns a number from 0 to 999,999,999, blanks around it allowed; empty for any other text.
     */
    public static OptionalInt of(String text) {
        String digits = withoutZeros(XmlSpace.strip(text));
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalInt.empty();
            }
            number = number * 10 + (digit - '0');
        }
        return OptionalInt.of(number);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
