package io.sevguest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaCertificateTest {
    @ParameterizedTest
    @ValueSource(ints = {CaCertificate.UNSIGNED, CaCertificate.SMALL, CaCertificate.LARGE})
    void keepsEveryByteWhateverItMeans(int size) throws ProblemException {
        var random = new Random(size);
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        CaCertificate read = CaCertificate.parse("ark.cert", Bytes.of(bytes));
        assertThat(read.toBytes()).isEqualTo(Bytes.of(bytes));
        assertThat(CaCertificate.parse("ark.cert", read.toBytes())).isEqualTo(read);
    }

    @Test
    void readsTheFieldsAtTheirOffsets() throws ProblemException {
        Bytes bytes = SampleCertificates.ask().toBytes();
        assertThat(bytes.slice(0, 4)).isEqualTo(Bytes.ofHex("01000000"));
        assertThat(bytes.slice(0x04, 0x14)).isEqualTo(Bytes.ofHex("a5".repeat(16)));
        assertThat(bytes.slice(0x14, 0x24)).isEqualTo(Bytes.ofHex("a1".repeat(16)));
        assertThat(SampleCertificates.u32(bytes, 0x24)).isEqualTo(0x13);
        assertThat(SampleCertificates.u32(bytes, 0x38)).isEqualTo(2048);
        assertThat(SampleCertificates.u32(bytes, 0x3c)).isEqualTo(2048);
        assertThat(SampleCertificates.u32(bytes, 0x40)).isEqualTo(65537);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 575, 577, 831, 833, 1599, 1601})
    void refusesOtherSizes(int size) {
        assertThatThrownBy(() -> CaCertificate.parse("ark.cert", Bytes.of(new byte[size])))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ark.cert")
                .hasMessageContaining("expected 576, 832 or 1600 bytes, found " + size);
    }

    @Test
    void reportsReservedBytesOfEveryLayout() throws ProblemException {
        assertThat(ReservedBytes.notZero(SampleCertificates.ark())).isEmpty();
        assertThat(ReservedBytes.notZero(SampleCertificates.pek())).isEmpty();
        Bytes ark = SampleCertificates.flipped(SampleCertificates.ark().toBytes(), 0x30);
        assertThat(ReservedBytes.notZero(CaCertificate.parse("ark", ark)))
                .containsExactly("The reserved bytes at offset 0x28 are not zero.");
        Bytes pek = SampleCertificates.pek().toBytes();
        for (int at : new int[] {0x06, 0xa4, 0x4ac, 0x6b4}) {
            Bytes changed = SampleCertificates.flipped(pek, at);
            assertThat(ReservedBytes.notZero(SevCertificate.parse("pek", changed)))
                    .singleElement()
                    .asString()
                    .contains("offset 0x" + Integer.toHexString(at));
        }
    }
}
