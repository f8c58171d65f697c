package io.sevguest.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.recognition.blob.BlobImport;
import io.sevguest.recognition.blob.ImportVerdict;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.ChainContent;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SessionContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests that kind and defect of the conformance files are recognized; skipped without the data. */
class RecognitionVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The files that are visibly damaged, with a word of the defect. */
    private static final Map<String, String> DAMAGED =
            Map.ofEntries(
                    Map.entry("chain/04/ark.cert", "does not verify under"),
                    Map.entry("chain/05/ark.cert", "does not verify under"),
                    Map.entry("chain/06/ark.cert", "another key is named"),
                    Map.entry("chain/09/ask.cert", "another key is named"),
                    Map.entry("chain/10/cek.cert", "not a point"),
                    Map.entry("chain/12/cek.cert", "never signs"),
                    Map.entry("chain/13/oca.cert", "does not verify under"),
                    Map.entry("chain/14/oca.cert", "not a point"),
                    Map.entry("chain/18/pek.cert", "not a point"),
                    Map.entry("chain/19/pdh.cert", "not a point"),
                    Map.entry("chain/21/pdh.cert", "version is 2"),
                    Map.entry("chain/24/pdh.cert", "does not fit the usage"),
                    Map.entry("chain/33/ask.cert", "truncated"),
                    Map.entry("chain/34/cek.cert", "truncated"),
                    Map.entry("chain/35/pek.cert", "truncated"),
                    Map.entry("chain/36/cek.cert", "empty"),
                    Map.entry("chain/37/ask.cert", "3072"),
                    Map.entry("session/11/pdh.cert", "truncated"),
                    Map.entry("session/12/pdh.cert", "empty"),
                    Map.entry("session/14/pdh.cert", "not a point"),
                    Map.entry("session/15/pdh.cert", "version is 2"),
                    Map.entry("session/16/pdh.cert", "zero"));

    @TestFactory
    Stream<DynamicTest> everyCertificateChainAndBlob() throws IOException {
        Path vectors = Shared.path("vectors");
        try (Stream<Path> files = Files.walk(vectors)) {
            return files
                    .filter(
                            file ->
                                    file.toString()
                                            .matches(".*\\.(cert|chain|der|pem)|.*_blob\\.bin"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            vectors.relativize(file).toString(),
                                            () -> check(vectors, file)));
        }
    }

    private static void check(Path vectors, Path file) {
        String path = vectors.relativize(file).toString();
        RecognizedFile recognized = FileRecognition.of(file);
        assertThat(recognized.kind()).isEqualTo(kind(path));
        String wanted = DAMAGED.getOrDefault(path, "");
        if (kind(path) == Kind.PRIVATE_KEY) {
            wanted = "private key";
        }
        if (wanted.isEmpty()) {
            assertThat(recognized.defects()).isEmpty();
        } else {
            assertThat(recognized.defects()).anyMatch(has(wanted));
        }
    }

    private static java.util.function.Predicate<Defect> has(String word) {
        return defect -> defect.what().contains(word);
    }

    private static Kind kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (List.of("chain/36/cek.cert", "session/12/pdh.cert", "session/16/pdh.cert")
                .contains(path)) {
            return Kind.UNKNOWN;
        }
        if (name.endsWith(".chain") || name.equals("chain.cert") || name.startsWith("ask_ark")) {
            return Kind.CERTIFICATE_CHAIN;
        }
        if (name.endsWith("_blob.bin")) {
            return Kind.SESSION_BLOB;
        }
        if (name.contains("_key") || name.equals("p256.pem")) {
            return Kind.PRIVATE_KEY;
        }
        if (name.endsWith(".der") || name.endsWith(".pem")) {
            return Kind.X509_CERTIFICATE;
        }
        return name.matches("a[rs]k.*") ? Kind.AMD_CA_CERTIFICATE : Kind.SEV_CERTIFICATE;
    }

    @TestFactory
    Stream<DynamicTest> containersHaveTheirPartsAtTheirOffsets() throws IOException {
        Path chain = Shared.path("vectors/chain");
        return Stream.of("41", "42", "43")
                .map(id -> DynamicTest.dynamicTest("chain/" + id, () -> checkContainer(chain, id)));
    }

    private static void checkContainer(Path chain, String id) throws IOException {
        JsonNode vector = JSON.readTree(Files.readString(chain.resolve(id + ".json")));
        Path file = chain.resolve(vector.at("/files/container").asString());
        RecognizedFile recognized = FileRecognition.of(file);
        assertThat(recognized.sha256()).isEqualTo(vector.get("sha256").asString());
        List<ChainContent.Link> links = ((ChainContent) recognized.content()).links();
        assertThat(links).hasSameSizeAs(vector.get("parts"));
        for (int i = 0; i < links.size(); i++) {
            JsonNode part = vector.get("parts").get(i);
            assertThat(links.get(i).offset()).isEqualTo(part.get("offset").asInt());
            assertThat(links.get(i).bytes().size()).isEqualTo(part.get("size").asInt());
            assertThat(links.get(i).content().summary()).startsWith(part.get("cert").asString());
        }
    }

    @TestFactory
    Stream<DynamicTest> aGuestOwnersCertificateIsToldFromAPlatforms() throws IOException {
        Path session = Shared.path("vectors/session");
        return Stream.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10")
                .map(
                        id ->
                                DynamicTest.dynamicTest(
                                        "session/" + id, () -> checkSession(session, id)));
    }

    private static void checkSession(Path session, String id) throws IOException {
        JsonNode vector = JSON.readTree(Files.readString(session.resolve(id + ".json")));
        RecognizedFile godh = FileRecognition.of(session.resolve(id + "/godh.cert"));
        RecognizedFile pdh = FileRecognition.of(session.resolve(id + "/pdh.cert"));
        RecognizedFile blob = FileRecognition.of(session.resolve(id + "/launch_blob.bin"));
        ImportVerdict fits = BlobImport.judge(BlobTarget.DH_CERT, godh);
        assertThat(fits.outcome()).isEqualTo(ImportVerdict.Outcome.FITS);
        assertThat(fits.value()).isEqualTo(vector.at("/libvirt/dhCert").asString());
        ImportVerdict fitsToo = BlobImport.judge(BlobTarget.SESSION, blob);
        assertThat(fitsToo.outcome()).isEqualTo(ImportVerdict.Outcome.FITS);
        assertThat(fitsToo.value()).isEqualTo(vector.at("/libvirt/session").asString());
        assertThat(BlobImport.judge(BlobTarget.DH_CERT, pdh).message()).contains("platform's own");
        var fields = ((SessionContent) blob.content()).session();
        assertThat(fields.nonce().toHex()).isEqualTo(vector.at("/blob/nonce").asString());
        assertThat(fields.policyMac().toHex()).isEqualTo(vector.at("/blob/policy_mac").asString());
    }
}
