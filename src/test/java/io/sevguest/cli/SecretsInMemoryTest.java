package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a heap dump that no reachable object contains a key or a secret after a command. */
class SecretsInMemoryTest {
    private static final String MEASUREMENT =
            Bytes.of(new byte[32]).sha256().append(Bytes.of(new byte[16])).toBase64();
    private static final int PIECE = 1 << 20;

    private final CommandRunner runner = new CommandRunner();

    @TempDir Path folder;
    private final List<Path> secrets = new ArrayList<>();
    private Path tik;
    private Path tek;
    private Path passphrase;

    @BeforeEach
    void writeSecrets() throws IOException {
        tik = random("tik", 16);
        tek = random("tek", 16);
        passphrase = random("passphrase", 40);
    }

    private Path random(String name, int size) throws IOException {
        Path file = folder.resolve(name);
        try (SecretBytes secret = SecretBytes.generate(size, new SecureRandom())) {
            secret.use(values -> Files.write(file, values));
        }
        secrets.add(file);
        return file;
    }

    @Test
    void nothingIsLeftOfASecretThatWasMadeAndOpened() throws IOException {
        Path header = folder.resolve("header");
        Path payload = folder.resolve("payload");
        List<Object> keys = List.of("--tik", tik, "--tek", tek, "--measurement", MEASUREMENT);
        List<Object> build = new ArrayList<>(List.of("secret", "build", "--unverified"));
        build.addAll(keys);
        build.addAll(List.of("--secret", "luks:" + passphrase, header, payload));
        assertThat(runner.run(build.toArray()).status()).isZero();
        Path copy = folder.resolve("copy");
        List<Object> open = new ArrayList<>(List.of("secret", "open", "--extract", "luks"));
        open.addAll(List.of("-o", copy));
        open.addAll(keys);
        open.addAll(List.of(header, payload));
        assertThat(runner.run(open.toArray()).status()).isZero();
        assertThat(Files.mismatch(copy, passphrase)).isEqualTo(-1);
        assertNothingLeft();
    }

    @Test
    void nothingIsLeftOfTheKeysOfAMeasurement() throws IOException {
        String digest = Bytes.of(new byte[32]).toHex();
        CommandRunner.Result checked =
                runner.run(
                        "measurement",
                        "verify",
                        "--tik",
                        tik,
                        "--tek",
                        tek,
                        "--measurement",
                        MEASUREMENT,
                        "--api-major",
                        "1",
                        "--api-minor",
                        "51",
                        "--build-id",
                        "3",
                        "--policy",
                        "1",
                        "--launch-digest",
                        digest);
        assertThat(checked.status()).as(checked.err()).isEqualTo(1);
        assertNothingLeft();
    }

    @Test
    void theDumpHoldsWhatIsReachable() throws IOException {
        byte[] kept = Files.readAllBytes(tik);
        assertThat(isIn(dump(), tik)).isTrue();
        assertThat(kept).hasSize(16);
    }

    private void assertNothingLeft() throws IOException {
        Path dump = dump();
        for (Path secret : secrets) {
            assertThat(isIn(dump, secret)).as(secret.getFileName().toString()).isFalse();
        }
    }

    private Path dump() throws IOException {
        Path file = folder.resolve("live.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
        return file;
    }

    /** Returns whether a file contains the bytes of another, small file. */
    private static boolean isIn(Path large, Path small) throws IOException {
        byte[] wanted = Files.readAllBytes(small);
        byte[] piece = new byte[PIECE + wanted.length];
        try (FileChannel channel = FileChannel.open(large, StandardOpenOption.READ)) {
            for (long at = 0; at < channel.size(); at += PIECE) {
                int size = channel.read(ByteBuffer.wrap(piece), at);
                if (holds(piece, size, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(byte[] piece, int size, byte[] wanted) {
        for (int i = 0; i + wanted.length <= size; i++) {
            if (piece[i] == wanted[0]
                    && Arrays.equals(piece, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
