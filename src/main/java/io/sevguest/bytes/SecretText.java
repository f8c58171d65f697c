package io.sevguest.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Secrets as text: hex or base64, of which the number of bytes tells which it is. */
public final class SecretText {
    private static final int HEX = 16;

    private SecretText() {}

    /**
     * The secret that a text stands for, blanks around it left out; the caller wipes it. Empty if
     * the text is neither hex nor base64 of so many bytes.
     *
     * @param size 1 or more
     */
    public static Optional<SecretBytes> decode(CharSequence text, int size) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] characters = Arrays.copyOfRange(encoded.array(), 0, encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        try (SecretBytes copy = SecretBytes.take(characters)) {
            return decode(copy, size);
        }
    }

    /** The same for the characters of a file, which stay the caller's. */
    public static Optional<SecretBytes> decode(SecretBytes text, int size) {
        return text.use(
                characters -> {
                    byte[] stripped = stripped(characters);
                    try {
                        Optional<byte[]> hex = hex(stripped);
                        Optional<byte[]> found =
                                hex.isPresent() && hex.get().length == size
                                        ? hex
                                        : base64(stripped);
                        return found.filter(value -> value.length == size).map(SecretBytes::take);
                    } finally {
                        Arrays.fill(stripped, (byte) 0);
                    }
                });
    }

    private static byte[] stripped(byte[] characters) {
        int start = 0;
        int end = characters.length;
        while (start < end && isBlank(characters[start])) {
            start++;
        }
        while (end > start && isBlank(characters[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(characters, start, end);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private static Optional<byte[]> hex(byte[] digits) {
        byte[] values = new byte[digits.length / 2];
        for (int i = 0; i < values.length; i++) {
            int high = Character.digit(digits[2 * i], HEX);
            int low = Character.digit(digits[2 * i + 1], HEX);
            if (high < 0 || low < 0) {
                Arrays.fill(values, (byte) 0);
                return Optional.empty();
            }
            values[i] = (byte) (high * HEX + low);
        }
        return digits.length % 2 == 0 ? Optional.of(values) : Optional.empty();
    }

    private static Optional<byte[]> base64(byte[] digits) {
        try {
            return Optional.of(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
