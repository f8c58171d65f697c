package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.App;
import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.KernelHashes;
import io.sevguest.measurement.LaunchDigest;
import io.sevguest.measurement.firmware.SampleFirmware;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests that an initrd far larger than the heap can be measured, because it is read in pieces. */
@Tag("it")
class MeasurementHeapIT {
    private static final int MIB = 1 << 20;
    private static final int INITRD_MIB = 512;

    @TempDir private Path folder;

    @Test
    void measuresAnInitrdOf512MibInAHeapOf64() throws Exception {
        Path firmware = Files.write(folder.resolve("OVMF.fd"), SampleFirmware.whole().toArray());
        Path kernel = Files.writeString(folder.resolve("vmlinuz"), "kernel");
        Path initrd = folder.resolve("initrd");
        try (var sparse = new RandomAccessFile(initrd.toFile(), "rw")) {
            sparse.setLength((long) INITRD_MIB * MIB);
        }
        var hashes =
                new KernelHashes(
                        KernelHashes.ofCmdline("quiet"),
                        zeros(),
                        Bytes.of(Files.readAllBytes(kernel)).sha256());

        JsonNode json = new ObjectMapper().readTree(built(firmware, kernel, initrd));

        Bytes digest =
                new LaunchDigest(SampleFirmware.whole()).of(Optional.of(hashes), Optional.empty());
        assertThat(json.get("launchDigest").asString()).isEqualTo(digest.toHex());
    }

    private static Bytes zeros() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[MIB];
        for (int i = 0; i < INITRD_MIB; i++) {
            digest.update(piece);
        }
        return Bytes.of(digest.digest());
    }

    private static String built(Path firmware, Path kernel, Path initrd) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String program = System.getProperty("java.class.path");
        List<String> start = List.of(java, "-Xmx64m", "-cp", program, App.class.getName());
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("measurement", "build", "--json", "--tik", "00".repeat(16)));
        command.addAll(List.of("--api-major", "1", "--api-minor", "51", "--build-id", "3"));
        command.addAll(List.of("--policy", "1", "--firmware", firmware.toString()));
        command.addAll(List.of("--kernel", kernel.toString(), "--initrd", initrd.toString()));
        command.addAll(List.of("--cmdline", "quiet"));
        Process run =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isZero();
        return out;
    }
}
