package io.sevguest.session;

import io.sevguest.bytes.SecretBytes;
import javax.crypto.SecretKey;

/**
 * A key as the JDK's ciphers take it. It keeps no copy, as {@code SecretKeySpec} would, which
 * cannot be wiped: each reading gives one that the cipher wipes.
 */
final class BorrowedKey implements SecretKey {
    private static final long serialVersionUID = 1L;

    private final transient SecretBytes value;
    private final String algorithm;

    BorrowedKey(SecretBytes value, String algorithm) {
        this.value = value;
        this.algorithm = algorithm;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        return value.use(byte[]::clone);
    }
}
