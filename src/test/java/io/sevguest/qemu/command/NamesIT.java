package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.domain.DomainXml;
import io.sevguest.qemu.Domains;
import io.sevguest.qemu.InstalledQemu;
import io.sevguest.qemu.PausedQemu;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Tests that all kinds of names reach QEMU unchanged, as argument list and through a shell. */
@Tag("it")
class NamesIT {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "it's \"quoted\"",
                "R&D; rm -rf $HOME `id`",
                "Gäste für Größe",
                "a,b,,c=d",
                "-dash",
                "line one\nline two",
                "emoji \uD83D\uDD12"
            })
    void aNameSurvives(String name) throws IOException, InterruptedException {
        Path qemu = Requirements.program("qemu-system-x86_64");
        Path folder = Files.createDirectory(directory.resolve("disk, of 'a' & ü"));
        Path disk = Files.write(folder.resolve("a,b \"c\".img"), new byte[1 << 16]);
        DomainXml domain =
                Domains.of(
                                """
                                <domain type='qemu'>
                                  <name>a</name>
                                  <memory unit='MiB'>64</memory>
                                  <os><type arch='x86_64' machine='q35'>hvm</type></os>
                                  <devices>
                                    <disk type='file' device='disk'>
                                      <source file='a'/>
                                      <target dev='vda' bus='virtio'/>
                                    </disk>
                                    <graphics type='vnc'/>
                                  </devices>
                                </domain>
                                """)
                        .withTextAt("name", name)
                        .withAttributeAt("devices/disk/source", "file", disk.toString());
        Path own = Files.createDirectory(directory.resolve("own, 'b' & ü"));
        var files = new LaunchFiles(GuestUuid.ofUnsaved(domain), own, true);
        QemuCommand command = CommandWriter.of(domain, InstalledQemu.target(qemu), files);
        List<String> words = ShellWordTest.throughBash(command.toShell());
        assertThat(words).isEqualTo(command.toArgs());
        assertThat(ShellWordTest.throughBash(command.toShellLines())).isEqualTo(words);
        try (PausedQemu running = PausedQemu.start(words, directory, files.qmpSocket())) {
            String answer = running.ask("{\"execute\":\"query-name\"}");
            assertThat(answer).startsWith("{");
            assertThat(files.vncSocket()).exists();
            assertThat(files.serialSocket()).exists();
            assertThat(MAPPER.readTree(answer).path("return").path("name").asString(""))
                    .isEqualTo(name);
        }
    }
}
