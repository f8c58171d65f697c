package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.firmware.SampleFirmware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests generated guests with virt-qemu-sev-validate and this program: both accept this program's
 * measurements, both reject them for another guest, and this program decrypts the other's secrets.
 */
@Tag("it")
class SevValidateIT {
    private static final int ES = 4;
    private static final String NONCE = "c313fab511c216b1505b1b2ea9903c40";

    /** The family, model and stepping of processors from Naples to Genoa. */
    private static final int[][] PROCESSORS = {
        {23, 1, 2}, {23, 49, 0}, {25, 1, 1}, {25, 17, 1}, {6, 60, 3}
    };

    @TempDir private Path folder;
    private Path tik;
    private Path tek;
    private final CommandRunner sevguest = new CommandRunner();

    @BeforeEach
    void makeKeys() throws IOException {
        tik = write("tik.bin", bytes(new Random(1), 16));
        tek = write("tek.bin", bytes(new Random(2), 16));
    }

    static IntStream seeds() {
        return IntStream.range(0, 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothAcceptTheSameGuest(int seed) throws Exception {
        Map<String, Object> guest = guest(new Random(seed));
        String measurement = built(guest);
        assertThat(peer(guest, measurement)).isZero();
        assertThat(ours(guest, measurement)).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothRefuseAnotherGuest(int seed) throws Exception {
        var random = new Random(seed);
        Map<String, Object> guest = guest(random);
        String measurement = built(guest);
        Map<String, Object> other = altered(guest, random);
        assertThat(peer(other, measurement)).as(other.toString()).isNotZero();
        assertThat(ours(other, measurement)).as(other.toString()).isEqualTo(1);
    }

    @Test
    void bothRefuseAnyAlteredMeasurement() throws Exception {
        Map<String, Object> guest = guest(new Random(3));
        byte[] made = Base64.getDecoder().decode(built(guest));
        for (int at = 0; at < made.length; at += 5) {
            byte[] altered = made.clone();
            altered[at] ^= 1;
            String measurement = Bytes.of(altered).toBase64();
            assertThat(peer(guest, measurement)).isNotZero();
            assertThat(ours(guest, measurement)).isEqualTo(1);
        }
    }

    @Test
    void theirSecretsAreOpened() throws Exception {
        Map<String, Object> guest = guest(new Random(4));
        String measurement = built(guest);
        for (int size : new int[] {1, 3, 8, 16, 24, 1000, 16_000}) {
            Path secret = write("secret", bytes(new Random(size), size));
            Path header = folder.resolve("header-" + size);
            Path payload = folder.resolve("payload-" + size);
            List<String> more =
                    List.of(
                            "--inject-secret",
                            "luks-key:" + secret,
                            "--secret-header",
                            header.toString(),
                            "--secret-payload",
                            payload.toString());
            assertThat(peer(guest, measurement, more)).isZero();
            Path out = folder.resolve("opened-" + size);
            var words = new ArrayList<Object>(List.of("secret", "open", "--tik", tik));
            words.addAll(List.of("--tek", tek, "--measurement", measurement));
            words.addAll(List.of(header, payload, "--extract", "luks", "-o", out));
            CommandRunner.Result opened = sevguest.run(words.toArray());
            assertThat(opened.err()).isEmpty();
            assertThat(opened.status()).isZero();
            assertThat(out).hasSameBinaryContentAs(secret);
        }
    }

    /** Returns the options of both programs for a guest, with their values in decimal. */
    private Map<String, Object> guest(Random random) throws IOException {
        Map<String, Object> guest = new LinkedHashMap<>();
        int policy = random.nextBoolean() ? random.nextInt(1 << 6) : 0xff0000 + random.nextInt(64);
        guest.put("--api-major", random.nextInt(3));
        guest.put("--api-minor", 17 + random.nextInt(40));
        guest.put("--build-id", random.nextInt(256));
        guest.put("--policy", policy);
        Bytes image = bytes(random, 4096).append(SampleFirmware.whole());
        guest.put("--firmware", write("OVMF.fd", image));
        if (random.nextBoolean()) {
            guest.put("--kernel", write("vmlinuz", bytes(random, 1 + random.nextInt(70_000))));
            if (random.nextBoolean()) {
                guest.put("--initrd", write("initrd", bytes(random, 1 + random.nextInt(70_000))));
            }
            if (random.nextBoolean()) {
                guest.put("--cmdline", "root=/dev/vda1 quiet id=ä" + random.nextInt(1000));
            }
        }
        if ((policy & ES) != 0) {
            int[] processor = PROCESSORS[random.nextInt(PROCESSORS.length)];
            guest.put("--num-cpus", 1 + random.nextInt(9));
            guest.put("--cpu-family", processor[0]);
            guest.put("--cpu-model", processor[1]);
            guest.put("--cpu-stepping", processor[2]);
        }
        return guest;
    }

    /** Returns the guest with one option changed. */
    private Map<String, Object> altered(Map<String, Object> guest, Random random)
            throws IOException {
        Map<String, Object> other = new LinkedHashMap<>(guest);
        List<String> names = List.copyOf(guest.keySet());
        String name = names.get(random.nextInt(names.size()));
        Object value = guest.get(name);
        if (value instanceof Path file) {
            byte[] content = Files.readAllBytes(file);
            content[random.nextInt(content.length)] ^= 0x10;
            other.put(name, write("altered", Bytes.of(content)));
        } else if (value instanceof String text) {
            other.put(name, text + " init=/bin/sh");
        } else if (name.equals("--policy")) {
            other.put(name, (int) value ^ 1 << random.nextInt(2));
        } else {
            other.put(name, (int) value + 1);
        }
        return other;
    }

    private String built(Map<String, Object> guest) {
        List<Object> words = new ArrayList<>(List.of("measurement", "build", "--tik", tik));
        words.addAll(List.of("--nonce", NONCE));
        guest.forEach((name, value) -> words.addAll(List.of(name, value)));
        CommandRunner.Result result = sevguest.run(words.toArray());
        assertThat(result.status()).as(result.err()).isZero();
        return result.out().strip();
    }

    private int ours(Map<String, Object> guest, String measurement) {
        List<Object> words = new ArrayList<>(List.of("measurement", "verify", "--tik", tik));
        words.addAll(List.of("--measurement", measurement));
        guest.forEach((name, value) -> words.addAll(List.of(name, value)));
        return sevguest.run(words.toArray()).status();
    }

    private int peer(Map<String, Object> guest, String measurement) throws Exception {
        return peer(guest, measurement, List.of());
    }

    private int peer(Map<String, Object> guest, String measurement, List<String> more)
            throws Exception {
        Path python = Requirements.file("/usr/bin/python3");
        Path script = Requirements.file("/usr/bin/virt-qemu-sev-validate");
        List<String> words = new ArrayList<>(List.of(python.toString(), script.toString()));
        words.addAll(List.of("--measurement", measurement));
        words.addAll(List.of("--tik", tik.toString(), "--tek", tek.toString()));
        guest.forEach((name, value) -> words.addAll(List.of(name, value.toString())));
        words.addAll(more);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path said = folder.resolve("said");
        int exit = builder.redirectOutput(said.toFile()).start().waitFor();
        assertThat(exit).as(Files.readString(said)).isIn(0, 1);
        return exit;
    }

    private Path write(String name, Bytes content) throws IOException {
        return Files.write(folder.resolve(name), content.toArray());
    }

    private static Bytes bytes(Random random, int size) {
        byte[] values = new byte[size];
        random.nextBytes(values);
        return Bytes.of(values);
    }
}
