package io.sevguest.qemu.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.qemu.FirmwareDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareDescriptorsTest {
    private static final String FLASH =
            """
            {"description": "%s", "interface-types": ["uefi"],
             "mapping": {"device": "flash",
              "executable": {"filename": "/fw/code.fd", "format": "raw"},
              "nvram-template": {"filename": "/fw/vars.fd", "format": "raw"}},
             "targets": [{"architecture": "x86_64", "machines": ["pc-q35-*"]}],
             "features": ["amd-sev"], "tags": []}
            """;

    @TempDir Path directory;
    private Path system;
    private Path own;

    @BeforeEach
    void makeFolders() throws IOException {
        system = Files.createDirectory(directory.resolve("system"));
        own = Files.createDirectory(directory.resolve("own"));
    }

    private FirmwareDescriptors load() {
        return FirmwareDescriptors.load(List.of(system, directory.resolve("missing"), own));
    }

    private static void write(Path folder, String name, String description) throws IOException {
        Files.writeString(folder.resolve(name), FLASH.formatted(description));
    }

    @Test
    void readsADescriptorWhole() throws IOException {
        write(system, "60-plain.json", "plain");
        FirmwareDescriptor descriptor = load().descriptors().get(0);
        assertThat(descriptor.name()).isEqualTo("60-plain.json");
        assertThat(descriptor.has("amd-sev")).isTrue();
        assertThat(descriptor.targets().get(0).machines()).containsExactly("pc-q35-*");
        var flash = (FirmwareDescriptor.Flash) descriptor.mapping();
        assertThat(flash.mode()).isEqualTo(FirmwareDescriptor.FlashMode.SPLIT);
        assertThat(flash.executable().file()).isEqualTo("/fw/code.fd");
        assertThat(flash.nvramTemplate().orElseThrow().file()).isEqualTo("/fw/vars.fd");
    }

    @Test
    void sortsByNameAndLetsALaterFolderTakeTheSameName() throws IOException {
        write(system, "60-b.json", "of the system");
        write(own, "60-b.json", "own");
        write(own, "50-a.json", "first");
        assertThat(load().descriptors())
                .extracting(FirmwareDescriptor::description)
                .containsExactly("first", "own");
    }

    @Test
    void anEmptyFileMasksOneOfTheSameName() throws IOException {
        write(system, "60-b.json", "of the system");
        Files.createFile(own.resolve("60-b.json"));
        assertThat(load().descriptors()).isEmpty();
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void aBrokenOneIsToldAndTheOthersAreUsed() throws IOException {
        write(system, "60-b.json", "good");
        Files.writeString(system.resolve("10-broken.json"), "{");
        Files.writeString(system.resolve("20-list.json"), "[]");
        Files.writeString(system.resolve("30-bare.json"), "{}");
        FirmwareDescriptors loaded = load();
        assertThat(loaded.descriptors()).hasSize(1);
        assertThat(loaded.problems())
                .extracting(problem -> Path.of(problem.where()).getFileName().toString())
                .containsExactly("10-broken.json", "20-list.json", "30-bare.json");
    }

    @Test
    void theUsersFolderFollowsXdg() {
        assertThat(FirmwareDescriptors.directories(Map.of("HOME", "/home/a")))
                .endsWith(Path.of("/home/a/.config/qemu/firmware"));
        assertThat(
                        FirmwareDescriptors.directories(
                                Map.of("HOME", "/home/a", "XDG_CONFIG_HOME", "/cfg")))
                .endsWith(Path.of("/cfg/qemu/firmware"));
    }
}
