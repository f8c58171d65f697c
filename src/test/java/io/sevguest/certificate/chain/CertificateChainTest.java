package io.sevguest.certificate.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificateChainTest {
    private static final CaCertificate UNSIGNED = unsignedArk();

    private static CaCertificate unsignedArk() {
        try {
            Bytes ark = SampleCertificates.ark().toBytes();
            return CaCertificate.parse("test", ark.slice(0, CaCertificate.UNSIGNED));
        } catch (ProblemException sizeFits) {
            throw new IllegalStateException(sizeFits);
        }
    }

    @Test
    void readsCertificatesInAnyOrderAndNumber() {
        List<AmdCertificate> all =
                new ArrayList<>(
                        List.of(
                                SampleCertificates.pdh(),
                                SampleCertificates.pek(),
                                SampleCertificates.oca(),
                                SampleCertificates.rsaOca(),
                                SampleCertificates.cek(),
                                SampleCertificates.ask(),
                                SampleCertificates.ark(),
                                UNSIGNED));
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(all, random);
            var chain = new CertificateChain(all.subList(0, 1 + random.nextInt(all.size())));
            CertificateChain.Scan scan = CertificateChain.scan(chain.toBytes());
            assertThat(scan.chain()).isEqualTo(chain);
            assertThat(scan.rest().isEmpty()).isTrue();
        }
    }

    @Test
    void leavesWhatIsNoWholeCertificate() {
        Bytes cut = SampleCertificates.chain().slice(0, 3 * SevCertificate.SIZE + 100);
        CertificateChain.Scan scan = CertificateChain.scan(cut);
        assertThat(scan.chain().certificates()).hasSize(3);
        assertThat(scan.rest().size()).isEqualTo(100);
    }

    @Test
    void aCaCertificateComesBackFromItsBytes() throws ProblemException {
        for (CaCertificate certificate :
                List.of(SampleCertificates.ark(), SampleCertificates.ask(), UNSIGNED)) {
            assertThat(CaCertificate.parse("test", certificate.toBytes())).isEqualTo(certificate);
        }
    }

    @Test
    void aCaCertificateOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> CaCertificate.parse("ark.cert", Bytes.of(new byte[831])))
                .hasMessageContaining("ark.cert")
                .hasMessageContaining("expected 576, 832 or 1600 bytes, found 831");
    }
}
