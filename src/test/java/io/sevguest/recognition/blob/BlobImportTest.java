package io.sevguest.recognition.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.RecognitionTest;
import io.sevguest.recognition.blob.ImportVerdict.Outcome;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlobImportTest {
    private static final Bytes GODH = SampleCertificates.godh().toBytes();
    private static final Bytes SESSION = RecognitionTest.random(128, 1);

    private static ImportVerdict judge(BlobTarget target, Bytes data) {
        return BlobImport.judge(target, Recognition.of("file", data));
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatBelongsThereFitsAsOneLineOfBase64() {
        ImportVerdict certificate =
                judge(BlobTarget.DH_CERT, utf8(GODH.toBase64().replaceAll("(.{64})", "$1\r\n")));
        assertThat(certificate.outcome()).isEqualTo(Outcome.FITS);
        assertThat(certificate.value()).isEqualTo(GODH.toBase64());
        ImportVerdict session = judge(BlobTarget.SESSION, SESSION);
        assertThat(session.outcome()).isEqualTo(Outcome.FITS);
        assertThat(session.value()).isEqualTo(SESSION.toBase64());
    }

    @Test
    void whatIsSwappedIsOfferedForTheOtherPlace() {
        ImportVerdict session = judge(BlobTarget.DH_CERT, SESSION);
        assertThat(session.outcome()).isEqualTo(Outcome.OTHER_KIND);
        assertThat(session.remedies())
                .containsExactly(
                        new ImportRemedy(
                                "Put it into session", BlobTarget.SESSION, SESSION.toBase64()));
        ImportVerdict certificate = judge(BlobTarget.SESSION, GODH);
        assertThat(certificate.outcome()).isEqualTo(Outcome.OTHER_KIND);
        assertThat(certificate.remedies())
                .containsExactly(
                        new ImportRemedy(
                                "Put it into dhCert", BlobTarget.DH_CERT, GODH.toBase64()));
    }

    @Test
    void certificatesOfAnotherUsageAreNamed() {
        for (var certificate :
                List.of(
                        SampleCertificates.pek(),
                        SampleCertificates.cek(),
                        SampleCertificates.oca())) {
            ImportVerdict verdict = judge(BlobTarget.DH_CERT, certificate.toBytes());
            assertThat(verdict.outcome()).isEqualTo(Outcome.OTHER_KIND);
            assertThat(verdict.message()).contains("usage PDH");
            assertThat(verdict.isAllowed(false)).isFalse();
            assertThat(verdict.isAllowed(true)).isTrue();
            assertThat(verdict.value()).isEqualTo(certificate.toBytes().toBase64());
        }
    }

    @Test
    void aPlatformsPdhIsNamedAndPassesWithAWarning() {
        ImportVerdict verdict = judge(BlobTarget.DH_CERT, SampleCertificates.pdh().toBytes());
        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(verdict.message()).contains("platform's own PDH").contains("API 1.55");
        assertThat(verdict.fix()).contains("godh.cert");
    }

    @Test
    void aGuestOwnersCertificateIsPickedOutOfAChain() {
        Bytes chain = SampleCertificates.pek().toBytes().append(GODH);
        ImportVerdict verdict = judge(BlobTarget.DH_CERT, chain);
        assertThat(verdict.outcome()).isEqualTo(Outcome.OTHER_KIND);
        assertThat(verdict.remedies())
                .singleElement()
                .matches(remedy -> remedy.value().equals(GODH.toBase64()));
    }

    @Test
    void aPlatformsPdhIsNotPickedOutOfAChain() {
        ImportVerdict verdict = judge(BlobTarget.DH_CERT, SampleCertificates.chain());
        assertThat(verdict.outcome()).isEqualTo(Outcome.OTHER_KIND);
        assertThat(verdict.message()).contains("the platform's, not the guest owner's");
        assertThat(verdict.remedies()).isEmpty();
    }

    @Test
    void aCutCertificatePassesWithAWarning() {
        Bytes cut = GODH.slice(0, GODH.size() - 1);
        ImportVerdict verdict = judge(BlobTarget.DH_CERT, cut);
        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(verdict.message()).contains("2,083 bytes").endsWith(".");
        assertThat(verdict.value()).isEqualTo(cut.toBase64());
    }

    @Test
    void extraBytesPassWithAWarningAndCanBeLeftOut() {
        Bytes longer = GODH.append(Bytes.ofHex("0d0a"));
        ImportVerdict verdict = judge(BlobTarget.DH_CERT, longer);
        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(verdict.value()).isEqualTo(longer.toBase64());
        assertThat(verdict.remedies())
                .containsExactly(
                        new ImportRemedy(
                                "Use the 2,084 bytes of it", BlobTarget.DH_CERT, GODH.toBase64()));
    }

    @Test
    void aLineEndAfterASessionCanBeLeftOut() {
        ImportVerdict verdict = judge(BlobTarget.SESSION, SESSION.append(Bytes.ofHex("0a")));
        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNING);
        assertThat(verdict.remedies())
                .singleElement()
                .matches(remedy -> remedy.value().equals(SESSION.toBase64()));
    }

    @Test
    void whatIsNotRecognizedPassesAsItIs() {
        for (BlobTarget target : BlobTarget.values()) {
            Bytes data = RecognitionTest.random(300, 4);
            ImportVerdict verdict = judge(target, data);
            assertThat(verdict.outcome()).isEqualTo(Outcome.WARNING);
            assertThat(verdict.message())
                    .startsWith("The file is passed as it is, 300 bytes, not recognized");
            assertThat(verdict.value()).isEqualTo(data.toBase64());
        }
    }

    @Test
    void emptyAndHugeFilesAreRefusedWhateverTheUserSays() {
        for (Bytes data :
                List.of(
                        Bytes.of(new byte[0]),
                        Bytes.of(" \r\n".getBytes(StandardCharsets.UTF_8)),
                        Bytes.of("\ufeff".getBytes(StandardCharsets.UTF_8)),
                        RecognitionTest.random(Recognition.MAX_BYTES + 1, 5))) {
            ImportVerdict verdict = judge(BlobTarget.DH_CERT, data);
            assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(verdict.isAllowed(true)).isFalse();
            assertThat(verdict.message()).isNotBlank();
            assertThat(verdict.value()).isEmpty();
        }
    }

    @Test
    void doubleEncodingIsSaidAndPutRight() {
        ImportVerdict verdict =
                judge(BlobTarget.SESSION, utf8(utf8(SESSION.toBase64()).toBase64()));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FITS);
        assertThat(verdict.message()).contains("more than once");
        assertThat(verdict.value()).isEqualTo(SESSION.toBase64());
    }

    @Test
    void severalFilesFindTheirPlaces() {
        RecognizedFile session = Recognition.of("a", SESSION);
        RecognizedFile godh = Recognition.of("b", GODH);
        RecognizedFile pek = Recognition.of("c", SampleCertificates.pek().toBytes());
        RecognizedFile unknown = Recognition.of("d", RecognitionTest.random(99, 9));
        BlobDrop drop = BlobDrop.sort(List.of(pek, unknown, session, godh));
        assertThat(drop.verdicts().get(BlobTarget.DH_CERT).recognized()).isEqualTo(godh);
        assertThat(drop.verdicts().get(BlobTarget.SESSION).recognized()).isEqualTo(session);
        assertThat(drop.left()).containsExactly(pek, unknown);
    }

    @Test
    void anArgumentThatNamesTheFileIsNotTheFile() {
        Bytes argument =
                utf8("-object sev-guest,id=s,dh-cert-file=/a/dh.b64,session-file=/a/s.b64");
        ImportVerdict verdict = judge(BlobTarget.SESSION, argument);
        assertThat(verdict.outcome()).isEqualTo(Outcome.OTHER_KIND);
        assertThat(verdict.message()).contains("/a/s.b64").doesNotContain("/a/dh.b64");
        assertThat(verdict.fix()).isEqualTo("Import the file /a/s.b64 itself.");
    }
}
