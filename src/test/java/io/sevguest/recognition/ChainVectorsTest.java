package io.sevguest.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.Link;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.Root;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.content.RecognizedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Tests that every chain of the conformance data has the expected verdict; skipped without the
 * data.
 */
class ChainVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyChainGetsItsVerdict() throws IOException {
        return vectors("chain").map(file -> test(file, ChainVectorsTest::checkChain));
    }

    @TestFactory
    Stream<DynamicTest> everyContainerHoldsWhatItSays() throws IOException {
        return vectors("container").map(file -> test(file, ChainVectorsTest::checkContainer));
    }

    private interface Check {
        void run(Path file, JsonNode vector) throws ProblemException, IOException;
    }

    private static DynamicTest test(Path file, Check check) {
        JsonNode vector = JSON.readTree(file.toFile());
        String name = vector.get("id").asString() + " " + vector.get("title").asString();
        return DynamicTest.dynamicTest(name, () -> check.run(file, vector));
    }

    private static Stream<Path> vectors(String kind) throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("vectors/chain"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(
                            file ->
                                    JSON.readTree(file.toFile())
                                            .path("kind")
                                            .asString("")
                                            .equals(kind))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static void checkChain(Path file, JsonNode vector) throws ProblemException {
        List<Path> files = new ArrayList<>();
        vector.get("files").forEach(path -> files.add(file.resolveSibling(path.asString())));
        ChainVerdict verdict =
                ChainVerdict.of(PlatformFiles.read(files).certificates(), TrustedRoots.ofAmd());
        JsonNode expected = vector.get("expect");
        for (Link link : Link.values()) {
            String state = expected.get("links").get(link.toText()).asString();
            assertThat(verdict.state(link).toText())
                    .as(link.toText())
                    .startsWith(state.split(" ", -1)[0]);
        }
        assertThat(verdict.valid()).isEqualTo(expected.get("valid").asBoolean());
        assertThat(verdict.root().map(Root::name).orElse("null"))
                .isEqualTo(expected.get("ark_is_known_amd_root").asString("null"));
        List<String> failing = new ArrayList<>();
        expected.get("failing_links").forEach(link -> failing.add(link.asString()));
        assertThat(verdict.failing().stream().map(Link::toText))
                .containsExactlyInAnyOrderElementsOf(failing);
    }

    private static void checkContainer(Path file, JsonNode vector) throws ProblemException {
        Path container = file.resolveSibling(vector.get("files").get("container").asString());
        PlatformCertificates found = PlatformFiles.read(List.of(container)).certificates();
        assertThat(found.toChain().certificates()).hasSize(vector.get("parts").size());
        for (JsonNode part : vector.get("parts")) {
            KeyUsage usage = KeyUsage.valueOf(part.get("cert").asString());
            assertThat(found.given(usage).whole().orElseThrow().toBytes().sha256().toHex())
                    .isEqualTo(part.get("sha256").asString());
        }
    }

    @Test
    void aRealChainIsBadWhenASignedByteChanges() throws ProblemException, IOException {
        Bytes chain = Bytes.of(Files.readAllBytes(Shared.path("vectors/chain/41/naples.chain")));
        TrustedRoots roots = TrustedRoots.ofAmd();
        assertThat(verdict(chain, roots).valid()).isTrue();
        for (int start = 0; start < chain.size(); start += SevCertificate.SIZE) {
            for (int at = start + 0x14; at < start + SevCertificate.SIGNED; at += 101) {
                byte[] changed = chain.toArray();
                changed[at] ^= 0x10;
                assertThat(verdict(Bytes.of(changed), roots).valid()).as("byte %d", at).isFalse();
            }
        }
    }

    private static ChainVerdict verdict(Bytes chain, TrustedRoots roots) throws ProblemException {
        RecognizedFile recognized = Recognition.of("naples.chain", chain);
        return ChainVerdict.of(PlatformFiles.of(List.of(recognized)).certificates(), roots);
    }
}
