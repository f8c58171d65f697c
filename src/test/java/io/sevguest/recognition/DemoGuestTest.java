package io.sevguest.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SampleEcKey;
import io.sevguest.certificate.chain.PdhOrigin;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.ProblemException;
import io.sevguest.readiness.DocumentFindings;
import io.sevguest.recognition.blob.BlobFindings;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SevCertificateContent;
import io.sevguest.session.SampleSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Tests that the demo guest is correct, and that its certificate and session are the computed ones;
 * with {@code -Dgolden.write=true} they are written into it.
 */
class DemoGuestTest {
    private static final Path FILE =
            Path.of("src/main/resources/io/sevguest/domain/guest/demo.xml");
    private static final String WORD = "SEV Guest Configurator demo";
    private static final SampleEcKey OWNER = new SampleEcKey(WORD + " owner");
    private static final SampleEcKey PLATFORM = new SampleEcKey(WORD + " platform");

    private static String certificate() {
        return SampleCertificates.godh(OWNER).toBytes().toBase64();
    }

    private static String session() {
        return SampleSession.of(OWNER, PLATFORM, 0x3, WORD).toBytes().toBase64();
    }

    private static DomainXml demo() throws IOException, ProblemException {
        return DomainXml.parse("demo.xml", Bytes.of(Files.readAllBytes(FILE)));
    }

    @Test
    void holdsTheComputedCertificateAndSession() throws IOException, ProblemException {
        if (Boolean.getBoolean("golden.write")) {
            DomainXml filled =
                    LaunchSecurityFields.SESSION
                            .with()
                            .apply(
                                    LaunchSecurityFields.DH_CERT
                                            .with()
                                            .apply(demo(), certificate()),
                                    session());
            Files.write(FILE, filled.toBytes().toArray());
        }
        assertThat(LaunchSecurityFields.DH_CERT.get().apply(demo())).isEqualTo(certificate());
        assertThat(LaunchSecurityFields.SESSION.get().apply(demo())).isEqualTo(session());
    }

    @Test
    void isRecognizedWithoutADefect() throws IOException, ProblemException {
        RecognizedFile recognized = Recognition.of("demo.xml", Bytes.of(Files.readAllBytes(FILE)));
        assertThat(recognized.contained())
                .extracting(blob -> blob.recognized().kind())
                .containsExactly(Kind.SEV_CERTIFICATE, Kind.SESSION_BLOB);
        assertThat(recognized.contained())
                .allSatisfy(blob -> assertThat(blob.recognized().defects()).isEmpty());
        var godh = (SevCertificateContent) recognized.contained().get(0).recognized().content();
        assertThat(godh.origin()).isEqualTo(PdhOrigin.GUEST_OWNER);
        assertThat(new BlobFindings().check(demo())).isEmpty();
        assertThat(DocumentFindings.of(demo())).isEmpty();
    }
}
