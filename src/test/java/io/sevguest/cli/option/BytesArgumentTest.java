package io.sevguest.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytesArgumentTest {
    private static final Bytes NONCE = Bytes.ofHex("00112233445566778899aabbccddeeff");

    private final BytesArgument nonce = new BytesArgument("--nonce", 16);

    @TempDir Path folder;

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    @Test
    void isHexBase64OrAFileOfEither() throws IOException, ProblemException {
        byte[] hex =
                (NONCE.toHex().toUpperCase(Locale.ROOT) + "\n").getBytes(StandardCharsets.US_ASCII);
        List<String> values =
                List.of(
                        NONCE.toHex(),
                        "0x" + NONCE.toHex(),
                        NONCE.toBase64(),
                        file("nonce.bin", NONCE.toArray()),
                        file("nonce.hex", hex),
                        file("nonce.b64", NONCE.toBase64().getBytes(StandardCharsets.US_ASCII)));
        for (String value : values) {
            assertThat(nonce.read(value)).as(value).isEqualTo(NONCE);
        }
    }

    /**
     * 16 bytes that are all hex digits are 16 binary bytes or 8 bytes in hex; the expected number
     * decides.
     */
    @Test
    void isToldByTheNumberOfBytes() throws IOException, ProblemException {
        byte[] digits = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        String value = file("digits", digits);
        assertThat(nonce.read(value)).isEqualTo(Bytes.of(digits));
        assertThat(new BytesArgument("--id", 8).read(value))
                .isEqualTo(Bytes.ofHex("0123456789abcdef"));
    }

    /** The name of a file can itself be valid base64. */
    @Test
    void isRefusedWhereItCouldBeTwoThings() throws IOException {
        Path place = Files.createTempDirectory("both");
        String start = place + "/";
        String name = start + "a".repeat(4 - start.length() % 4);
        try {
            Assumptions.assumeTrue(name.matches("[A-Za-z0-9/]+"), "base64 cannot name " + name);
            int size = name.length() * 3 / 4;
            Files.write(Path.of(name), new byte[size]);
            assertThatThrownBy(() -> new BytesArgument("--nonce", size).read(name))
                    .hasMessage("The value is ambiguous: it can be read in more than one way.");
        } finally {
            Files.deleteIfExists(Path.of(name));
            Files.delete(place);
        }
    }

    @Test
    void isRefusedWithTheNumbersWhereItDoesNotFit() throws IOException {
        String cut = file("cut", NONCE.slice(0, 15).toArray());
        assertThatThrownBy(() -> nonce.read(cut))
                .hasMessage("The file has 15 bytes instead of 16.");
        assertThatThrownBy(() -> nonce.read(NONCE.toHex() + "00"))
                .hasMessage(
                        "No file has this name, and read as hex it has 17 bytes instead of 16.");
        assertThatThrownBy(() -> nonce.read(NONCE.slice(0, 14).toBase64()))
                .hasMessage(
                        "No file has this name, and read as base64 it has 14 bytes instead of 16.");
        assertThatThrownBy(() -> nonce.read("nonce.bin"))
                .hasMessage("This is neither an existing file nor 16 bytes in hex or base64.");
        assertThatThrownBy(() -> nonce.read("")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> nonce.read(folder.toString()))
                .hasMessage("This is a folder, not a file.");
        assertThatThrownBy(() -> nonce.read("a\0b")).isInstanceOf(ProblemException.class);
    }
}
