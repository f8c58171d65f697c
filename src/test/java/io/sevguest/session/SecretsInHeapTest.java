package io.sevguest.session;

import static io.sevguest.LiveHeap.masked;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.LiveHeap;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.state.session.SessionBook;
import io.sevguest.state.session.SessionFiles;
import io.sevguest.state.session.SessionRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that after a session was made, written and checked, no reachable object contains one of its
 * secrets: all live objects are dumped and searched. The test itself masks the secrets.
 */
class SecretsInHeapTest {
    @TempDir Path folder;

    @Test
    void noSecretIsLeftAfterASession() throws Exception {
        Map<String, byte[]> masked = makeAndMask();
        byte[] canary = "a word that can be reached".getBytes(StandardCharsets.US_ASCII);
        masked.put("canary", masked(canary.clone()));
        assertThat(LiveHeap.found(masked, folder)).containsExactly("canary");
        assertThat(canary[0]).isEqualTo((byte) 'a');
    }

    /**
     * Makes a session, checks it like the window, decrypts it like the platform, and returns its
     * masked secrets.
     */
    private Map<String, byte[]> makeAndMask() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair pair = generator.generateKeyPair();
        SevCertificate pdh =
                SevCertificate.ofGuestOwner((ECPublicKey) pair.getPublic()).withApi(1, 55);
        SessionFiles files = SessionFiles.of(folder, "vm");
        SessionRequest.Result done =
                new SessionRequest(
                                SessionPlatform.unverified(
                                        "pdh", PlatformCertificates.of(List.of(pdh))),
                                new SevPolicy(5),
                                GodhSignature.OWN_KEY,
                                "host",
                                files,
                                false)
                        .carryOut(new OwnerSession(new SecureRandom(), Clock.systemUTC()));
        LaunchSession blob = LaunchSession.parse("blob", done.blob());
        assertThat(
                        new SessionBook(folder.resolve("state"))
                                .knowledge(blob, Optional.of(files.note()), List.of())
                                .proved())
                .contains(new SevPolicy(5));
        byte[] scalar = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
        return mask(files, blob, new SamplePlatform(pdh, Bytes.of(scalar)), done);
    }

    private static Map<String, byte[]> mask(
            SessionFiles files,
            LaunchSession blob,
            SamplePlatform platform,
            SessionRequest.Result done)
            throws Exception {
        Map<String, byte[]> masked = new LinkedHashMap<>();
        masked.put("TEK", masked(Files.readAllBytes(files.tek())));
        masked.put("TIK", masked(Files.readAllBytes(files.tik())));
        SevCertificate godh = SevCertificate.parse("godh", done.godh());
        try (SecretBytes shared = platform.shared(godh);
                SecretBytes master = KeyDerivation.masterSecret(shared, blob.nonce());
                SecretBytes kek = KeyDerivation.encryptionKey(master);
                SecretBytes kik = KeyDerivation.integrityKey(master)) {
            masked.put("shared secret", shared.use(values -> masked(values.clone())));
            masked.put("master secret", master.use(values -> masked(values.clone())));
            masked.put("KEK", kek.use(values -> masked(values.clone())));
            masked.put("KIK", kik.use(values -> masked(values.clone())));
        }
        return masked;
    }
}
