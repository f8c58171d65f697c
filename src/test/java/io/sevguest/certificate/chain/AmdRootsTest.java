package io.sevguest.certificate.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.certificate.RsaKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AmdRootsTest {
    @Test
    void namesFiveGenerations() {
        assertThat(AmdRoots.all())
                .extracting(Root::name)
                .containsExactly("naples", "rome", "milan", "genoa", "turin");
        assertThat(AmdRoots.all()).allSatisfy(root -> assertThat(root.ark().isUsable()).isTrue());
    }

    @Test
    void areTheNumbersOfAmdsCertificates() {
        JsonNode keys =
                new ObjectMapper()
                        .readTree(Shared.path("domain/amd-roots.json").toFile())
                        .get("keys");
        for (Root root : AmdRoots.all()) {
            JsonNode generation = keys.get(root.name());
            isKey(root.ark(), generation.get("ark"));
            isKey(root.ask().orElseThrow(), generation.get("ask"));
            assertThat(root.arkKeyId().toHex())
                    .isEqualTo(generation.get("ark").get("key_id").asString());
        }
    }

    private static void isKey(RsaKey key, JsonNode expected) {
        assertThat(key.modulusSha256().toHex())
                .isEqualTo(expected.get("sha256_modulus").asString());
        assertThat(key.bits()).isEqualTo(expected.get("modulus_bits").asLong());
        assertThat(key.exponent().longValueExact()).isEqualTo(expected.get("exponent").asLong());
    }
}
