package io.sevguest.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Secrets as text: hex or base64, which the number of bytes distinguishes. */
public final class SecretText {
    private static final int HEX = 16;

    private SecretText() {}

    /**
     * Returns the secret in a text, written in any way that {@link TextEncoding} reads; the caller
     * wipes it. Empty if the text is neither hex nor base64 of so many bytes.
     *
     * @param size 1 or more
     */
    public static Optional<SecretBytes> decode(CharSequence text, int size) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] characters = new byte[encoded.remaining()];
        encoded.get(characters);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        try (SecretBytes copy = SecretBytes.take(characters)) {
            return decode(copy, size);
        }
    }

    /** The same for the characters of a file, which stay the caller's. */
    public static Optional<SecretBytes> decode(SecretBytes text, int size) {
        return text.use(
                characters -> {
                    byte[] dense = dense(characters);
                    try {
                        return hex(dense, size)
                                .or(() -> base64(dense, size))
                                .map(SecretBytes::take);
                    } finally {
                        Arrays.fill(dense, (byte) 0);
                    }
                });
    }

    /** The characters without blanks. */
    private static byte[] dense(byte[] characters) {
        byte[] kept = new byte[characters.length];
        int size = 0;
        for (byte character : characters) {
            if (!isBlank(character)) {
                kept[size++] = character;
            }
        }
        byte[] dense = Arrays.copyOf(kept, size);
        Arrays.fill(kept, (byte) 0);
        return dense;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /** Values of digits, with colons between them or not, after {@code 0x} or not. */
    private static Optional<byte[]> hex(byte[] text, int size) {
        byte[] values = new byte[size];
        int digits = 0;
        for (int i = hasPrefix(text) ? 2 : 0; i < text.length; i++) {
            if (text[i] == ':') {
                continue;
            }
            int digit = Character.digit(text[i], HEX);
            if (digit < 0 || digits == 2 * size) {
                Arrays.fill(values, (byte) 0);
                return Optional.empty();
            }
            values[digits / 2] = (byte) (values[digits / 2] * HEX + digit);
            digits++;
        }
        if (digits == 2 * size) {
            return Optional.of(values);
        }
        Arrays.fill(values, (byte) 0);
        return Optional.empty();
    }

    private static boolean hasPrefix(byte[] text) {
        return text.length > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    }

    private static Optional<byte[]> base64(byte[] text, int size) {
        try {
            byte[] values = Base64.getDecoder().decode(text);
            if (values.length == size) {
                return Optional.of(values);
            }
            Arrays.fill(values, (byte) 0);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
