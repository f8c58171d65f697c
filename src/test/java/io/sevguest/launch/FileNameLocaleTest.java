package io.sevguest.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that file names that the locale cannot represent do not break the preview. */
class FileNameLocaleTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<loader type='pflash' readonly='yes'>/ö</loader><nvram template='/v'>/ä</nvram>",
                "<loader type='pflash' readonly='yes'>/c</loader><nvram template='/ü'>/v</nvram>",
                "<loader>/ö</loader><kernel>/ä</kernel>"
            })
    void aPreviewShowsThem(String firmware) throws IOException, InterruptedException {
        Path guest =
                Files.writeString(
                        folder.resolve("guest.xml"),
                        "<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os>"
                                + "<type machine='q35'>hvm</type>"
                                + firmware
                                + "</os></domain>");
        for (String form : new String[] {"command", "files", "json"}) {
            Process process =
                    Program.builder(
                                    List.of("LC_ALL=C"),
                                    "preview",
                                    guest.toString(),
                                    "--keep-changes",
                                    "--as",
                                    form)
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
    }
}
