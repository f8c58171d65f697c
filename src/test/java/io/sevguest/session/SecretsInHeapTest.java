package io.sevguest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.PlatformCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.SessionPlatform;
import io.sevguest.state.SessionBook;
import io.sevguest.state.SessionFiles;
import io.sevguest.state.SessionOrder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a session was made, written and checked, no object that can be reached holds one of its
 * secrets: all live objects are dumped and searched. The test itself holds the secrets masked.
 */
class SecretsInHeapTest {
    private static final byte MASK = 0x5a;

    @TempDir Path folder;

    @Test
    void noSecretIsLeftAfterASession() throws Exception {
        Map<String, byte[]> masked = makeAndMask();
        byte[] canary = "a word that can be reached".getBytes(StandardCharsets.US_ASCII);
        masked.put("canary", masked(canary.clone()));
        Path dump = folder.resolve("live.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(dump.toString(), true);
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> secret : masked.entrySet()) {
            byte[] plain = masked(secret.getValue().clone());
            if (isIn(dump, plain) || isIn(dump, hex(plain)) || isIn(dump, base64(plain))) {
                found.add(secret.getKey());
            }
        }
        assertThat(found).containsExactly("canary");
        assertThat(canary[0]).isEqualTo((byte) 'a');
    }

    /** Makes a session, checks it as the window does, and opens it as the platform does. */
    private Map<String, byte[]> makeAndMask() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair pair = generator.generateKeyPair();
        SevCertificate pdh =
                SevCertificate.ofGuestOwner((ECPublicKey) pair.getPublic()).withApi(1, 55);
        SessionFiles files = SessionFiles.of(folder, "vm");
        SessionOrder.Done done =
                new SessionOrder(
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
            SessionFiles files, LaunchSession blob, SamplePlatform platform, SessionOrder.Done done)
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

    /** Masks an array in place, or unmasks it. */
    private static byte[] masked(byte[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] ^= MASK;
        }
        return values;
    }

    private static byte[] hex(byte[] values) {
        return Bytes.of(values).toHex().getBytes(StandardCharsets.US_ASCII);
    }

    /** Base64 up to the last digits, which may differ where the bytes stand in a longer text. */
    private static byte[] base64(byte[] values) {
        int whole = values.length / 3 * 3;
        return Bytes.of(Arrays.copyOf(values, whole))
                .toBase64()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isIn(Path file, byte[] needle) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            byte[] window = new byte[1 << 20];
            int kept = 0;
            ByteBuffer buffer = ByteBuffer.wrap(window);
            while (channel.read(buffer) >= 0) {
                int end = buffer.position();
                for (int at = 0; at + needle.length <= end; at++) {
                    if (window[at] == needle[0]
                            && Arrays.equals(
                                    window, at, at + needle.length, needle, 0, needle.length)) {
                        return true;
                    }
                }
                kept = Math.min(end, needle.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
                buffer.clear().position(kept);
            }
            return false;
        }
    }
}
