package io.sevguest.recognition.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SampleEcKey;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.Recognition;
import io.sevguest.session.SampleSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class LaunchBundleTest {
    private static final String GODH = SampleCertificates.godh().toBytes().toBase64();
    private static final String BLOB =
            SampleSession.of(new SampleEcKey("owner"), new SampleEcKey("platform"), 1, "word")
                    .toBytes()
                    .toBase64();
    private static final LaunchBundle BUNDLE =
            new LaunchBundle(xml(GODH), utf8(GODH), utf8(BLOB), utf8("Policy 0x0001\n"));

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes xml(String dhCert) {
        return utf8(
                ("<domain type='kvm'><name>g</name><launchSecurity"
                                + " type='sev'><policy>0x0001</policy>"
                                + "<dhCert>%s</dhCert><session>%s</session></launchSecurity></domain>")
                        .formatted(dhCert, BLOB));
    }

    @Test
    void comesBackFromItsBytesWhichAreTheSameEachTime() throws Exception {
        assertThat(LaunchBundle.parse("x.zip", BUNDLE.toBytes())).isEqualTo(BUNDLE);
        assertThat(BUNDLE.toBytes()).isEqualTo(BUNDLE.toBytes());
        assertThat(LaunchBundle.isZip(BUNDLE.toBytes())).isTrue();
        assertThat(BUNDLE.domain("x.zip").textAt("name")).isEqualTo("g");
        assertThat(Recognition.of("x.zip", BUNDLE.toBytes()).content().summary())
                .isEqualTo("launch parameters, a zip file");
    }

    @Test
    void everyChangedByteIsRefused() {
        Bytes whole = BUNDLE.toBytes();
        int content = whole.size() - 5 * 100;
        for (int at = 0; at < content; at += 7) {
            Bytes changed = SampleCertificates.flipped(whole, at);
            try {
                assertThat(LaunchBundle.parse("x.zip", changed)).as("byte " + at).isEqualTo(BUNDLE);
            } catch (ProblemException refused) {
                assertThat(refused.problem().where()).startsWith("x.zip");
            }
        }
    }

    @Test
    void aWrongSumIsRefusedInWords() throws Exception {
        Map<String, Bytes> files = ZipFiles.read("x", BUNDLE.toBytes(), 1 << 20);
        files.put("launch.txt", utf8("Policy 0x0000\n"));
        refused(ZipFiles.write(files), "the file was changed");
        files.remove("SHA256SUMS");
        refused(ZipFiles.write(files), "is missing");
        files.put("virus.sh", utf8("x"));
        refused(ZipFiles.write(files), "do not have");
    }

    @Test
    void anotherCertificateThanTheXmlsIsRefused() {
        String other = SampleCertificates.unsignedGodh().toBytes().toBase64();
        var mixed = new LaunchBundle(xml(other), utf8(GODH), utf8(BLOB), utf8("x"));
        refused(mixed.toBytes(), "not those beside it");
    }

    @Test
    void namesThatLeadElsewhereBombsAndDoublesAreRefused() throws IOException {
        for (String name : new String[] {"../guest.xml", "/etc/passwd", "a\\b", ".profile"}) {
            refused(zip(Map.of(name, new byte[1])), "another place");
        }
        refused(zip(Map.of("guest.xml", new byte[1 << 23])), "unpacks to more");
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            many.put("f" + i, new byte[1]);
        }
        refused(zip(many), "unpacks to more");
        Bytes one = zip(Map.of("guest.xml", new byte[1]));
        refused(one.slice(0, one.size() / 2), "");
    }

    private static Bytes zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return Bytes.of(out.toByteArray());
    }

    private static void refused(Bytes zip, String why) {
        assertThatThrownBy(() -> LaunchBundle.parse("x.zip", zip))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }
}
