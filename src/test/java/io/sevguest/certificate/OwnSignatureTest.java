package io.sevguest.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnSignatureTest {
    static Stream<SevCertificate> signedByThemselves() {
        return Stream.of(
                SampleCertificates.godh(), SampleCertificates.oca(), SampleCertificates.rsaOca());
    }

    static Stream<SevCertificate> signedByOthers() {
        return Stream.of(
                SampleCertificates.unsignedGodh(),
                SampleCertificates.pdh(),
                SampleCertificates.pek(),
                SampleCertificates.cek());
    }

    @ParameterizedTest
    @MethodSource("signedByThemselves")
    void isOnACertificateThatSignedItself(SevCertificate certificate) {
        assertThat(OwnSignature.isOn(certificate)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("signedByOthers")
    void isNotOnACertificateOfAnother(SevCertificate certificate) {
        assertThat(OwnSignature.isOn(certificate)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("signedByThemselves")
    void isGoneWhenASignedByteChanges(SevCertificate certificate) {
        assertThat(IntStream.iterate(0, at -> at < SevCertificate.SIGNED, at -> at + 13))
                .allSatisfy(
                        at -> assertThat(OwnSignature.isOn(flipped(certificate, at))).isFalse());
    }

    @ParameterizedTest
    @MethodSource("signedByThemselves")
    void isGoneWhenTheSignatureChanges(SevCertificate certificate) {
        assertThat(IntStream.range(0x41c, 0x41c + 48))
                .allSatisfy(
                        at -> assertThat(OwnSignature.isOn(flipped(certificate, at))).isFalse());
    }

    @Test
    void isOnARootAlone() throws ProblemException {
        assertThat(OwnSignature.isOn(SampleCertificates.ark())).isTrue();
        assertThat(OwnSignature.isOn(SampleCertificates.ask())).isFalse();
        Bytes changed = SampleCertificates.flipped(SampleCertificates.ark().toBytes(), 5);
        assertThat(OwnSignature.isOn(CaCertificate.parse("test", changed))).isFalse();
    }

    private static SevCertificate flipped(SevCertificate certificate, int offset) {
        try {
            return SevCertificate.parse(
                    "test", SampleCertificates.flipped(certificate.toBytes(), offset));
        } catch (ProblemException sizeIsKept) {
            throw new IllegalStateException(sizeIsKept);
        }
    }
}
