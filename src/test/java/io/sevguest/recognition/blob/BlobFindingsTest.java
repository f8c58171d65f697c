package io.sevguest.recognition.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.ProblemException;
import io.sevguest.problem.Severity;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.RecognitionTest;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.RecognizedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlobFindingsTest {
    private static final Bytes GODH = SampleCertificates.godh().toBytes();
    private static final Bytes SESSION = RecognitionTest.random(128, 1);

    private final BlobFindings findings = new BlobFindings();

    private static DomainXml domain(String dhCert, String session) throws ProblemException {
        return DomainXml.parse(
                "test",
                Bytes.of(
                        ("<domain type='kvm'>\n  <launchSecurity type='sev'>\n   "
                                        + " <policy>0x0001</policy>\n"
                                        + "    <dhCert>"
                                        + dhCert
                                        + "</dhCert>\n    <session>"
                                        + session
                                        + "</session>\n  </launchSecurity>\n</domain>\n")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static String dhCert(DomainXml domain) {
        return LaunchSecurityFields.DH_CERT.get().apply(domain);
    }

    private static String session(DomainXml domain) {
        return LaunchSecurityFields.SESSION.get().apply(domain);
    }

    private DomainXml mended(DomainXml domain, Finding finding) {
        return finding.action().orElseThrow().edit().apply(domain);
    }

    private Finding only(DomainXml domain) {
        List<Finding> found = findings.check(domain);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void findsNothingInWhatIsRight() throws ProblemException {
        assertThat(findings.check(domain(GODH.toBase64(), SESSION.toBase64()))).isEmpty();
        assertThat(findings.check(domain("", ""))).isEmpty();
    }

    @Test
    void saysOfZerosWhatTheyAre() throws ProblemException {
        Finding zeros = only(domain(GODH.toBase64(), Bytes.of(new byte[128]).toBase64()));
        assertThat(zeros.message())
                .isEqualTo(
                        "<session> contains 128 bytes that are not recognized as the session blob."
                                + " All 128 bytes are zero: nothing was written here.");
        assertThat(zeros.fix()).isEqualTo("Ask for the file again.");
    }

    @Test
    void everythingNotRecognizedSaysWhatToDo() throws ProblemException {
        Finding other = only(domain(GODH.toBase64(), RecognitionTest.random(77, 2).toBase64()));
        assertThat(other.message()).contains("77 bytes", "which has 128");
        assertThat(other.fix()).contains("choose the session blob (128 bytes, binary or base64)");
    }

    @Test
    void swapsWhatIsSwapped() throws ProblemException {
        DomainXml swapped = domain(SESSION.toBase64(), GODH.toBase64());
        List<Finding> found = findings.check(swapped);
        assertThat(found).extracting(Finding::id).containsExactly("dh-cert-kind", "session-kind");
        for (Finding finding : found) {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            DomainXml right = mended(swapped, finding);
            assertThat(dhCert(right)).isEqualTo(GODH.toBase64());
            assertThat(session(right)).isEqualTo(SESSION.toBase64());
            assertThat(findings.check(right)).isEmpty();
        }
    }

    @Test
    void movesWhatStandsInTheWrongPlaceAlone() throws ProblemException {
        DomainXml wrong = domain(SESSION.toBase64(), "");
        DomainXml right = mended(wrong, only(wrong));
        assertThat(dhCert(right)).isEmpty();
        assertThat(session(right)).isEqualTo(SESSION.toBase64());
    }

    @Test
    void writesDoubleEncodingAndArmourOnce() throws ProblemException {
        String twice = Bytes.of(GODH.toBase64().getBytes(StandardCharsets.UTF_8)).toBase64();
        String armour = "-----BEGIN X-----\n" + GODH.toBase64() + "\n-----END X-----\n";
        for (String text : List.of(twice, armour, GODH.toHex())) {
            DomainXml wrong = domain(text, SESSION.toBase64());
            Finding finding = only(wrong);
            assertThat(finding.id()).isEqualTo("dh-cert-encoding");
            assertThat(finding.where()).isEqualTo("launchSecurity.dhCert");
            assertThat(finding.line()).isEqualTo(4);
            assertThat(dhCert(mended(wrong, finding))).isEqualTo(GODH.toBase64());
        }
    }

    @Test
    void namesAWrongSize() throws ProblemException {
        Bytes cut = GODH.slice(0, 2083);
        assertThat(only(domain(cut.toBase64(), SESSION.toBase64())))
                .matches(finding -> finding.id().equals("dh-cert-size"))
                .matches(finding -> finding.severity() == Severity.ERROR);
        Bytes other = RecognitionTest.random(60, 2);
        assertThat(only(domain(GODH.toBase64(), other.toBase64())))
                .matches(finding -> finding.id().equals("session-size"))
                .matches(finding -> finding.message().contains("60 bytes"));
    }

    @Test
    void namesTextThatIsNotBase64AndDecodesShortTextThatIs() throws ProblemException {
        assertThat(only(domain("see attachment!", SESSION.toBase64())))
                .matches(finding -> finding.id().equals("dh-cert-encoding"))
                .matches(finding -> finding.message().contains("not base64"));
        assertThat(only(domain("AQAAAAAOAAAAQAAAAAOA", SESSION.toBase64())))
                .matches(finding -> finding.id().equals("dh-cert-size"))
                .matches(finding -> finding.message().contains("15 bytes"));
    }

    @Test
    void namesAFileNameWhereItsContentBelongs() throws ProblemException {
        for (String name :
                List.of("vm_godh.b64", "/etc/sev/vm_godh.b64", "./a/godh.cert", "/etc/sev/godh")) {
            assertThat(only(domain(name, SESSION.toBase64())))
                    .matches(finding -> finding.id().equals("dh-cert-file-name"))
                    .matches(finding -> finding.severity() == Severity.ERROR)
                    .matches(finding -> finding.message().contains("file name \"" + name + "\""))
                    .matches(finding -> finding.fix().contains(name));
        }
        assertThat(only(domain(GODH.toBase64(), "vm session.bin")).id())
                .isEqualTo("session-file-name");
    }

    @Test
    void refusesWhatIsFarTooLarge() throws ProblemException {
        String large = Bytes.of(new byte[1_200_000]).toBase64();
        assertThat(findings.check(domain(large, large)))
                .extracting(Finding::id)
                .containsExactly("dh-cert-size", "session-size");
        assertThat(only(domain("!".repeat(1_200_000), SESSION.toBase64())))
                .matches(finding -> finding.severity() == Severity.ERROR)
                .matches(finding -> finding.message().contains("1,200,000 bytes"));
    }

    /** Text of 48 MiB takes seconds and several times its size in memory to decode. */
    @Test
    void measuresTextBeforeItIsDecoded() {
        String huge = "A".repeat(48 << 20);
        RecognizedFile blob = Recognition.ofBase64("the domain", huge);
        assertThat(blob.encodings()).containsExactly(Encoding.BINARY);
        assertThat(blob.size()).isEqualTo(huge.length());
    }

    @Test
    void namesAPlatformsPdh() throws ProblemException {
        Bytes pdh = SampleCertificates.pdh().toBytes();
        assertThat(only(domain(pdh.toBase64(), SESSION.toBase64())))
                .matches(finding -> finding.severity() == Severity.ERROR)
                .matches(finding -> finding.message().contains("platform's own PDH"));
    }
}
