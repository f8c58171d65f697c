package io.sevguest.recognition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainFileGuardTest {
    private static Bytes text(String words) {
        return Bytes.of(words.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] blob() {
        var blob = new byte[128];
        for (int i = 0; i < blob.length; i++) {
            blob[i] = (byte) (i * 37 + 11);
        }
        return blob;
    }

    @Test
    void namesTheBlobThatWasOpened() {
        assertThatThrownBy(() -> DomainFileGuard.refuse("s.bin", Bytes.of(blob())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not a domain XML")
                .hasMessageContaining("session blob");
        String base64 = Base64.getMimeEncoder().encodeToString(blob());
        assertThatThrownBy(() -> DomainFileGuard.refuse("s.b64", text(base64)))
                .hasMessageContaining("session blob");
    }

    @Test
    void bytesOfNoTextAreNoDomain() {
        Bytes program = Bytes.ofHex("7f454c46020101000000000000000000ff");
        assertThatThrownBy(() -> DomainFileGuard.refuse("ls", program))
                .hasMessageContaining("not those of a text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "<domain>", "\ufeff<domain/>", " \n<domain/>", "<a", "key=1"})
    void whatMayBecomeXmlPasses(String words) {
        assertThatCode(() -> DomainFileGuard.refuse("a.xml", text(words)))
                .doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                DomainFileGuard.refuse(
                                        "a.xml", Bytes.of(words.getBytes(StandardCharsets.UTF_16))))
                .doesNotThrowAnyException();
    }

    @Test
    void aWrongByteInXmlIsToldByItsReader() {
        assertThatCode(() -> DomainFileGuard.refuse("a.xml", Bytes.ofHex("3c61ff3e")))
                .doesNotThrowAnyException();
    }
}
