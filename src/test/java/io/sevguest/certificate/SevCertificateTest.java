package io.sevguest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
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
                .hasMessageContaining("2,085");
    }

    @Test
    void ofAGuestOwnerHasAnEmptyVersionAndNoSignature() throws Exception {
        KeyPair pair = keyPair();
        SevCertificate godh = SevCertificate.ofGuestOwner((ECPublicKey) pair.getPublic());
        Bytes bytes = godh.toBytes();
        assertThat(bytes.slice(0, 0x14))
                .isEqualTo(Bytes.ofHex("0100000000000000031000000300000002000000"));
        assertThat(bytes.slice(0x414, 0x41c)).isEqualTo(Bytes.ofHex("0010000000000000"));
        assertThat(bytes.slice(0x61c, 0x624)).isEqualTo(Bytes.ofHex("0010000000000000"));
        assertThat(bytes.slice(0xa4, 0x414).allZero()).isTrue();
        assertThat(godh.signatures()).isEmpty();
        assertThat(godh.ecKey().toPublicKey().getW())
                .isEqualTo(((ECPublicKey) pair.getPublic()).getW());
    }

    @Test
    void signsAsItsOwnOwner() throws Exception {
        KeyPair pair = keyPair();
        SevCertificate godh =
                SevCertificate.ofGuestOwner((ECPublicKey) pair.getPublic())
                        .signedBy(KeyUsage.PEK, pair.getPrivate(), new SecureRandom());
        assertThat(OwnSignature.isOn(godh)).isTrue();
        assertThat(godh.toBytes().slice(0x414, 0x41c)).isEqualTo(Bytes.ofHex("0210000002000000"));
    }

    @Test
    void givesNoKeyThatIsNotOnItsCurve() throws ProblemException {
        Bytes flipped = SampleCertificates.flipped(SampleCertificates.pdh().toBytes(), 0x20);
        SevCertificate changed = SevCertificate.parse("pdh.cert", flipped);
        assertThatThrownBy(() -> changed.ecKey().toPublicKey())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("P-384");
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        return generator.generateKeyPair();
    }
}
