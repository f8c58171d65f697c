package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.problem.Severity;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a real QEMU starts every guest with unusual controllers and devices that has no
 * finding.
 */
@Tag("it")
class DevicePlacesIT {
    private static final long SEED = 20261201;
    private static final int DOCUMENTS = 60;

    @TempDir Path directory;

    @Test
    void qemuStartsWhatHasNoFinding() throws IOException, InterruptedException {
        QemuTarget target = InstalledQemu.target(Requirements.program("qemu-system-x86_64"));
        Path image = directory.resolve("x.img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        var random = new Random(SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            String machine = PlacedDevices.MACHINES.get(i % PlacedDevices.MACHINES.size());
            String xml = PlacedDevices.domain(machine, devices(random));
            start(xml.replace("/x.img", image.toString()), target, i);
        }
    }

    private static String devices(Random random) {
        List<String> controllers = PlacedDevices.controllers();
        List<String> devices = PlacedDevices.devices();
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(controllers.get(random.nextInt(controllers.size())));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(devices.get(random.nextInt(devices.size())));
        }
        return text.toString();
    }

    private void start(String xml, QemuTarget target, int number)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(directory.resolve(Integer.toString(number)));
        var files = new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", own, true);
        QemuCommand command = CommandWriter.of(Domains.of(xml), target, files);
        if (command.findings().stream().anyMatch(it -> it.severity() == Severity.ERROR)) {
            return;
        }
        List<String> words = new ArrayList<>(command.toArgs());
        words.replaceAll(it -> it.replace("x.img", "x.img,file.locking=off"));
        try (PausedQemu running = PausedQemu.start(words, own, files.qmpSocket())) {
            assertThat(running.ask("{\"execute\":\"query-status\"}")).as(xml).contains("status");
        }
    }
}
