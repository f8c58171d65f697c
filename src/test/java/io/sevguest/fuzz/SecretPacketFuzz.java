package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.secret.LaunchSecret;
import io.sevguest.measurement.secret.LaunchSecretHeader;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.util.Arrays;

/**
 * Any bytes as header and payload of a launch secret: read and written back the same, and never
 * decrypted, because the keys are unknown.
 */
final class SecretPacketFuzz {
    private static final Bytes MEASURE = Bytes.of(new byte[32]);

    private SecretPacketFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        int split = Math.min(input.length, LaunchSecretHeader.SIZE);
        Bytes head = Bytes.of(Arrays.copyOf(input, split));
        Bytes payload = Bytes.of(Arrays.copyOfRange(input, split, input.length));
        try (TransportKeys keys =
                new TransportKeys(SecretBytes.take(new byte[16]), SecretBytes.take(new byte[16]))) {
            LaunchSecretHeader header = LaunchSecretHeader.parse("fuzz", head);
            if (!header.toBytes().equals(head)) {
                throw new AssertionError("came back as other bytes");
            }
            new LaunchSecret(header, payload).open(keys, MEASURE).close();
            throw new AssertionError("opened a packet that nobody made");
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }
}
