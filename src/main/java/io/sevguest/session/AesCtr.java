package io.sevguest.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/** AES-128 in counter mode; the counter is one big-endian number of 128 bits. */
public final class AesCtr {
    private AesCtr() {}

    /**
     * Encrypts.
     *
     * @param key 16 bytes
     * @param iv the first counter block, 16 bytes; never used twice with a key
     * @return as many bytes as {@code plain} has
     */
    public static Bytes encrypt(SecretBytes key, Bytes iv, SecretBytes plain) {
        return Bytes.of(plain.use(values -> apply(key, iv, values)));
    }

    /** Undoes {@link #encrypt}; the caller wipes the result. */
    public static SecretBytes decrypt(SecretBytes key, Bytes iv, Bytes encrypted) {
        return SecretBytes.take(apply(key, iv, encrypted.toArray()));
    }

    /** Encryption and decryption are the same. */
    private static byte[] apply(SecretBytes key, Bytes iv, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new BorrowedKey(key, "AES"),
                    new IvParameterSpec(iv.toArray()));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
