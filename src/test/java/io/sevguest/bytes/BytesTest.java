package io.sevguest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    private static final byte[] CONTENT = new byte[200_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "200000, 300000, 200000", // correct size reported
        "0, 300000, 200000", // a pipe
        "150000, 300000, 200000", // it has grown
        "250000, 300000, 200000", // it has shrunk
        "200000, 200000, 200000",
        "200000, 70000, 70000",
        "0, 0, 0"
    })
    void readsAStreamAsFarAsTheLimitWhateverIsTold(long told, int limit, int size)
            throws IOException {
        assertThat(Bytes.read(new ByteArrayInputStream(CONTENT), told, limit))
                .isEqualTo(Bytes.of(Arrays.copyOf(CONTENT, size)));
    }

    @Test
    void addsItselfToADigest() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Bytes.of(CONTENT).addTo(digest);
        assertThat(Bytes.of(digest.digest())).isEqualTo(Bytes.of(CONTENT).sha256());
    }
}
