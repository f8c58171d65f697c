package io.sevguest.recognition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.recognition.blob.BlobImport;
import io.sevguest.recognition.blob.ImportVerdict;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.BlobWrapper;
import io.sevguest.recognition.content.BlobWrapper.WrappedBlob;
import io.sevguest.recognition.content.EmbeddedBlob;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class RecognitionTest {
    private static final Bytes GODH = SampleCertificates.godh().toBytes();
    private static final Bytes SESSION = random(128, 1);

    public static Bytes random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RecognizedFile of(Bytes data) {
        return Recognition.of("file", data);
    }

    private static Bytes resource(String name) throws IOException {
        try (InputStream in =
                RecognitionTest.class.getResourceAsStream("/vectors/recognition/" + name)) {
            return Bytes.of(in.readAllBytes());
        }
    }

    @Test
    void takesOffWhateverLayersThereAre() {
        var random = new Random(11);
        var wrapping = new BlobWrapper(random);
        List<Bytes> kinds =
                List.of(
                        GODH,
                        SampleCertificates.pek().toBytes(),
                        SampleCertificates.ark().toBytes(),
                        SampleCertificates.chain());
        for (int i = 0; i < 200; i++) {
            boolean session = random.nextBoolean();
            Bytes binary = session ? random(128, i) : kinds.get(random.nextInt(kinds.size()));
            WrappedBlob wrapped =
                    wrapping.wrap(binary, session ? BlobTarget.SESSION : BlobTarget.DH_CERT);
            RecognizedFile recognized = of(wrapped.data());
            assertThat(recognized.decoded())
                    .as("case %d: %s", i, wrapped.encodings())
                    .isEqualTo(binary);
            assertThat(recognized.encodings()).isEqualTo(wrapped.encodings());
        }
    }

    @Test
    void answersToAnyBytes() {
        var random = new Random(12);
        for (int i = 0; i < 600; i++) {
            Bytes data = mutated(random, i);
            RecognizedFile recognized = of(data);
            assertThat(recognized.encodings()).endsWith(Encoding.BINARY);
            assertThat(recognized.fields())
                    .allSatisfy(
                            field ->
                                    assertThat(field.offset() + field.size())
                                            .isLessThanOrEqualTo(recognized.size()));
            for (BlobTarget target : BlobTarget.values()) {
                ImportVerdict verdict = BlobImport.judge(target, recognized);
                assertThat(verdict.message()).isNotBlank();
            }
        }
    }

    /** Returns random bytes, random text, or a known file with bytes changed, removed or added. */
    private static Bytes mutated(Random random, int seed) {
        return switch (seed % 4) {
            case 0 -> random(random.nextInt(3000), seed);
            case 1 -> utf8(randomText(random));
            case 2 -> {
                byte[] bytes = SampleCertificates.chain().toArray();
                for (int i = random.nextInt(20); i > 0; i--) {
                    bytes[random.nextInt(24)] = (byte) random.nextInt(256);
                }
                Bytes all = Bytes.of(bytes);
                yield all.slice(0, random.nextInt(all.size() + 1));
            }
            default -> {
                Bytes all = new BlobWrapper(random).wrap(GODH, BlobTarget.DH_CERT).data();
                yield all.slice(0, random.nextInt(all.size() + 1));
            }
        };
    }

    private static String randomText(Random random) {
        String alphabet = "AQz09+/= \r\n<>-&!\"',BEGIN-dhCert:sessionä";
        var text = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void tellsAGuestOwnersCertificateFromAPlatforms() {
        assertThat(of(GODH).content().summary()).startsWith("GODH");
        assertThat(of(SampleCertificates.unsignedGodh().toBytes()).content().summary())
                .startsWith("GODH");
        assertThat(of(SampleCertificates.pdh().toBytes()).content().summary())
                .startsWith("PDH certificate (Diffie-Hellman key of a platform)");
    }

    @Test
    void findsNoDefectInWhatIsRight() throws IOException {
        List<Bytes> right =
                List.of(
                        GODH,
                        SampleCertificates.unsignedGodh().toBytes(),
                        SampleCertificates.pdh().toBytes(),
                        SampleCertificates.pek().toBytes(),
                        SampleCertificates.oca().toBytes(),
                        SampleCertificates.rsaOca().toBytes(),
                        SampleCertificates.cek().toBytes(),
                        SampleCertificates.ark().toBytes(),
                        SampleCertificates.ark().toBytes().slice(0, 576),
                        SampleCertificates.ask().toBytes(),
                        SampleCertificates.chain(),
                        SESSION,
                        resource("x509.pem"),
                        resource("x509.der"));
        assertThat(right).allSatisfy(data -> assertThat(of(data).defects()).isEmpty());
        assertThat(right)
                .allSatisfy(data -> assertThat(of(data).kind()).isNotEqualTo(Kind.UNKNOWN));
    }

    @Test
    void isNotStoppedByNestedDer() {
        assertThat(
                        List.of(
                                "3080".repeat(100_000),
                                "2480".repeat(100_000),
                                "3083030d40".repeat(40_000),
                                nested(0x30, 50_000).toHex(),
                                nested(0x24, 50_000).toHex(),
                                nested(0x04, 50_000).toHex()))
                .allSatisfy(hex -> assertThat(of(Bytes.ofHex(hex)).kind()).isEqualTo(Kind.UNKNOWN));
    }

    @Test
    @Timeout(20)
    void isNotHeldUpByThousandsOfBlobs() {
        int size = Recognition.MAX_BYTES;
        String armour = "-----BEGIN X-----\nAAAA\n-----END X-----\n";
        assertThat(of(bytes(armour.repeat(size / armour.length()))).size()).isGreaterThan(3);
        String session = "<session>A</session>";
        assertThat(of(bytes(session.repeat(size / session.length()))).contained())
                .hasSizeLessThan(100);
    }

    @Test
    void isNotStoppedByDerNestedInWhatFollowsACertificate() throws IOException {
        Bytes deep = Bytes.ofHex("3080".repeat(100_000));
        String armour = "\n-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n";
        Bytes second = bytes(armour.formatted(deep.toBase64()));
        assertThat(of(resource("x509.der").append(second)).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(of(resource("x509.der").append(deep)).kind()).isEqualTo(Kind.UNKNOWN);
    }

    /** Returns nested values of a tag, with their lengths. */
    private static Bytes nested(int tag, int levels) {
        byte[] nested = new byte[5 * levels];
        for (int level = 0; level < levels; level++) {
            int left = nested.length - 5 * (level + 1);
            ByteBuffer.wrap(nested, 5 * level, 5).put((byte) tag).putInt(0x83000000 | left);
        }
        return Bytes.of(nested);
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsX509InBothForms() throws IOException {
        RecognizedFile pem = of(resource("x509.pem"));
        assertThat(pem.kind()).isEqualTo(Kind.X509_CERTIFICATE);
        assertThat(pem.encodings()).containsExactly(Encoding.PEM, Encoding.BINARY);
        assertThat(pem.decoded()).isEqualTo(resource("x509.der"));
        assertThat(of(resource("x509.der")).kind()).isEqualTo(Kind.X509_CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000, 2060})
    void namesACertificateThatIsCut(int missing) {
        RecognizedFile cut = of(GODH.slice(0, GODH.size() - missing));
        assertThat(cut.kind()).isEqualTo(Kind.SEV_CERTIFICATE);
        assertThat(cut.defects()).singleElement().matches(d -> d.what().contains("truncated"));
    }

    @Test
    void namesExtraBytesAndOffersToLeaveThemOut() {
        RecognizedFile longer = of(GODH.append(Bytes.ofHex("0a")));
        assertThat(longer.kind()).isEqualTo(Kind.SEV_CERTIFICATE);
        assertThat(longer.defects())
                .singleElement()
                .matches(defect -> defect.what().contains("1 extra byte"))
                .matches(defect -> defect.remedy().orElseThrow().equals(GODH));
    }

    @Test
    void namesDoubleEncodingAndOffersTheDecodedBytes() {
        RecognizedFile twice = of(utf8(utf8(GODH.toBase64()).toBase64()));
        assertThat(twice.encodings())
                .containsExactly(Encoding.BASE64, Encoding.BASE64, Encoding.BINARY);
        assertThat(twice.defects())
                .singleElement()
                .matches(defect -> defect.what().contains("more than once"))
                .matches(defect -> defect.remedy().orElseThrow().equals(GODH));
    }

    @Test
    void takesOffThreeLevelsOfBase64AndNoMore() {
        Bytes data = GODH;
        for (int level = 0; level < 3; level++) {
            data = utf8(data.toBase64());
        }
        assertThat(of(data).decoded()).isEqualTo(GODH);
        RecognizedFile four = of(utf8(data.toBase64()));
        assertThat(four.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(four.defects()).anyMatch(d -> d.what().contains("more than three times"));
    }

    @Test
    void leavesOrdinaryTextAlone() {
        for (String text : List.of("hello", "not a certificate", "cafe", "deadbeef", "a b c d")) {
            RecognizedFile recognized = of(utf8(text));
            assertThat(recognized.kind()).isEqualTo(Kind.UNKNOWN);
            assertThat(recognized.decoded()).isEqualTo(utf8(text));
        }
    }

    @Test
    void tellsAPrivateKeyAndNeverTakesItForACertificate() {
        String pem =
                "-----BEGIN EC PRIVATE KEY-----\n"
                        + GODH.toBase64()
                        + "\n-----END EC PRIVATE KEY-----";
        RecognizedFile key = of(utf8(pem));
        assertThat(key.kind()).isEqualTo(Kind.PRIVATE_KEY);
        assertThat(key.defects()).isNotEmpty();
    }

    @Test
    void findsTheBlobsOfADomain() {
        String domain =
                "<domain type='kvm'><name>a</name><!-- <session>AAAA</session> -->"
                        + "<launchSecurity type='sev'><policy>0x0001</policy><dhCert>"
                        + GODH.toBase64()
                        + "</dhCert><session>"
                        + SESSION.toBase64()
                        + "</session></launchSecurity></domain>";
        RecognizedFile recognized = of(utf8(domain));
        assertThat(recognized.kind()).isEqualTo(Kind.DOMAIN_XML);
        assertThat(recognized.decoded()).isEqualTo(utf8(domain));
        assertThat(recognized.contained())
                .extracting(EmbeddedBlob::place)
                .containsExactly(BlobTarget.DH_CERT, BlobTarget.SESSION);
        assertThat(BlobImport.judge(BlobTarget.SESSION, recognized).value())
                .isEqualTo(SESSION.toBase64());
    }

    @Test
    void readsADomainInUtf16() {
        Bytes data = Bytes.of("<domain type='kvm'/>".getBytes(StandardCharsets.UTF_16));
        assertThat(of(data).kind()).isEqualTo(Kind.DOMAIN_XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'%s'",
                "\"%s\"",
                " \"%s\" ,\n",
                "'%s';",
                "%s,\n",
                "b'%s'",
                "SESSION=%s;",
                "export LAUNCH_BLOB=\"%s\"",
                "\"launch-blob\": \"%s\",",
                "\"%s\n\"\n"
            })
    void takesOffQuotesAndSeparators(String form) {
        for (Bytes blob : List.of(SESSION, GODH)) {
            RecognizedFile quoted = of(utf8(form.formatted(blob.toBase64())));
            assertThat(quoted.decoded()).isEqualTo(blob);
            assertThat(quoted.encodings())
                    .containsExactly(Encoding.ARGUMENT, Encoding.BASE64, Encoding.BINARY);
        }
        assertThat(of(utf8(form.formatted("no blob"))).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--launchSecurity type=sev,policy=0x3,dhCert=%s,session=%s --import",
                "{\"dhCert\": \"%s\", \"session\": \"%s\"}",
                "{'dhCert': '%s', 'session': '%s'}",
                "sev:\n  dhCert: %s\n  session: %s\n"
            })
    void readsBothBlobsOutOfOneText(String form) {
        RecognizedFile both = of(utf8(form.formatted(GODH.toBase64(), SESSION.toBase64())));
        assertThat(both.contained())
                .extracting(blob -> blob.recognized().decoded())
                .containsExactly(GODH, SESSION);
    }

    @Test
    void readsTextOfOtherCharacterSets() {
        byte[] utf16 = ("\ufeff" + SESSION.toBase64() + "\r\n").getBytes(UTF_16LE);
        assertThat(of(Bytes.of(utf16)).decoded()).isEqualTo(SESSION);
        utf16 = ("\ufeff" + GODH.toBase64()).getBytes(UTF_16BE);
        assertThat(of(Bytes.of(utf16)).decoded()).isEqualTo(GODH);
        String armoured =
                "Zertifikat f\u00fcr Gr\u00fcn\n-----BEGIN A-----\n%s\n-----END A-----\n"
                        .formatted(GODH.toBase64());
        assertThat(of(Bytes.of(armoured.getBytes(ISO_8859_1))).decoded()).isEqualTo(GODH);
    }

    @Test
    void aSessionThatBeginsAsUtf16TextIsOne() {
        byte[] blob = SESSION.toArray();
        for (int i = 0; i < blob.length; i++) {
            blob[i] = (byte) (i % 2 == 0 ? 0x20 + i / 2 : 0x90 + i / 3);
        }
        blob[0] = (byte) 0xff;
        blob[1] = (byte) 0xfe;
        assertThat(of(Bytes.of(blob)).kind()).isEqualTo(Kind.SESSION_BLOB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--",
                "<session><![CDATA[",
                "<session>A</dhCert>",
                "<session ",
                "-----BEGIN A-----\n",
                "-----BEGIN A-----\n-----END B-----\n",
                "-----BEGIN "
            })
    @Timeout(120)
    void openingsWithoutEndTakeNoLongTime(String opening) {
        String many = opening.repeat((Recognition.MAX_BYTES - 20) / opening.length());
        assertThat(of(utf8("<a>" + many)).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(of(utf8("a\n" + many)).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(of(utf8("<domain>" + many + "</session>")).contained()).isEmpty();
    }

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(strings = {"session=", "'", "\"", "a ", "a=", ",,", "session='", "{\"session\":"})
    void repeatedSignsTakeNoLongTime(String sign) {
        String many = sign.repeat(Recognition.MAX_BYTES / sign.length());
        assertThat(of(utf8(many)).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(of(utf8("x" + " ".repeat(Recognition.MAX_BYTES - 9) + sign)).kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void saysWhichFilesAnArgumentNames() {
        RecognizedFile argument =
                of(
                        utf8(
                                "-object sev-guest,id=s,dh-cert-file=/a,,b/dh.b64,"
                                        + "session-file=/run/session.b64"));
        assertThat(argument.kind()).isEqualTo(Kind.QEMU_ARGUMENT);
        assertThat(argument.defects())
                .anyMatch(defect -> defect.what().contains("/a,b/dh.b64"))
                .anyMatch(defect -> defect.what().contains("/run/session.b64"));
    }

    @Test
    void namesEmptyAndHugeFiles() {
        assertThat(of(Bytes.of(new byte[0])).defects()).anyMatch(d -> d.what().contains("empty"));
        assertThat(of(random(Recognition.MAX_BYTES + 1, 3)).defects())
                .anyMatch(d -> d.what().contains("1 MiB"));
    }
}
