package io.sevguest.session;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleEcKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A session blob as a guest owner makes it, derived from a word, the same each time. */
public final class SampleSession {
    private SampleSession() {}

    /**
     * Returns a session of an owner for a platform.
     *
     * @param word the seed of all random values
     */
    public static LaunchSession of(
            SampleEcKey owner, SampleEcKey platform, long policy, String word) {
        Bytes nonce = random(word, "nonce");
        Bytes iv = random(word, "iv");
        Bytes keys = random(word, "tek").append(random(word, "tik"));
        Bytes master = derive(owner.sharedSecret(platform), "sev-master-secret", nonce);
        Bytes none = Bytes.of(new byte[0]);
        Bytes wrapped = encrypt(derive(master, "sev-kek", none), iv, keys);
        return new LaunchSession(
                nonce,
                wrapped,
                iv,
                hmac(derive(master, "sev-kik", none), wrapped),
                hmac(random(word, "tik"), new ByteWriter().u32(policy).toBytes()));
    }

    private static Bytes random(String word, String name) {
        return utf8(word + " " + name).sha256().slice(0, 16);
    }

    /** Returns the first 16 bytes of the key derivation in counter mode. */
    static Bytes derive(Bytes key, String label, Bytes context) {
        Bytes input =
                new ByteWriter().u32(1).bytes(utf8(label)).u8(0).bytes(context).u32(128).toBytes();
        return hmac(key, input).slice(0, 16);
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes hmac(Bytes key, Bytes message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
            return Bytes.of(mac.doFinal(message.toArray()));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Bytes encrypt(Bytes key, Bytes iv, Bytes plain) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key.toArray(), "AES"),
                    new IvParameterSpec(iv.toArray()));
            return Bytes.of(cipher.doFinal(plain.toArray()));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
