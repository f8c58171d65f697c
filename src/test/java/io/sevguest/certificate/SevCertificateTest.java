package io.sevguest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SevCertificateTest {
    static Stream<SevCertificate> samples() {
        return Stream.of(
                SampleCertificates.godh(),
                SampleCertificates.unsignedGodh(),
                SampleCertificates.pdh(),
                SampleCertificates.pek(),
                SampleCertificates.oca(),
                SampleCertificates.rsaOca(),
                SampleCertificates.cek());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesBackFromItsBytes(SevCertificate certificate) throws ProblemException {
        assertThat(certificate.toBytes().size()).isEqualTo(SevCertificate.SIZE);
        assertThat(SevCertificate.parse("test", certificate.toBytes())).isEqualTo(certificate);
    }

    @Test
    void keepsEveryByteWhateverItMeans() throws ProblemException {
        var random = new Random(5);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[SevCertificate.SIZE];
            random.nextBytes(bytes);
            assertThat(SevCertificate.parse("test", Bytes.of(bytes)).toBytes())
                    .isEqualTo(Bytes.of(bytes));
        }
    }

    @Test
    void readsTheFieldsAtTheirOffsets() throws ProblemException {
        Bytes bytes = SampleCertificates.pek().toBytes();
        assertThat(bytes.at(4)).isEqualTo(1);
        assertThat(bytes.at(5)).isEqualTo(55);
        assertThat(SampleCertificates.u32(bytes, 8)).isEqualTo(0x1002);
        assertThat(SampleCertificates.u32(bytes, 12)).isEqualTo(2);
        assertThat(SampleCertificates.u32(bytes, 0x10)).isEqualTo(2);
        assertThat(SampleCertificates.u32(bytes, 0x414)).isEqualTo(0x1001);
        assertThat(SampleCertificates.u32(bytes, 0x61c)).isEqualTo(0x1004);
    }

    @Test
    void saysWhichFieldIsCut() {
        Bytes cut = SampleCertificates.godh().toBytes().slice(0, SevCertificate.SIZE - 1);
        assertThatThrownBy(() -> SevCertificate.parse("godh.cert", cut))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("godh.cert")
                .hasMessageContaining("SIGNATURE2")
                .hasMessageContaining("0x624")
                .hasMessageContaining("expected 512 bytes, found 511 bytes");
    }

    @Test
    void refusesBytesThatAreLeft() {
        Bytes longer = SampleCertificates.godh().toBytes().append(Bytes.ofHex("0a"));
        assertThatThrownBy(() -> SevCertificate.parse("godh.cert", longer))
                .hasMessageContaining("0x824")
                .hasMessageContaining("2085");
    }
}
