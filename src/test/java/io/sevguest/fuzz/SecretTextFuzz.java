package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.bytes.SecretText;
import io.sevguest.bytes.TextEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any text as a key in hex or base64: read with the same result as public text, or rejected. */
final class SecretTextFuzz {
    private static final int KEY = 16;

    private SecretTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.US_ASCII);
        Optional<Bytes> plain =
                TextEncoding.hex(text)
                        .filter(bytes -> bytes.size() == KEY)
                        .or(() -> TextEncoding.base64(text).filter(bytes -> bytes.size() == KEY));
        Optional<SecretBytes> secret = SecretText.decode(text, KEY);
        if (plain.isPresent() && secret.isEmpty()) {
            throw new AssertionError("a key is not read: " + text);
        }
        if (plain.isPresent()) {
            try (SecretBytes expected = SecretBytes.take(plain.get().toArray());
                    SecretBytes key = secret.get()) {
                if (!key.sameAs(expected)) {
                    throw new AssertionError("another key is read: " + text);
                }
            }
        }
    }
}
