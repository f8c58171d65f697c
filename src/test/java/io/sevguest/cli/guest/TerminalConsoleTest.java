package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalConsoleTest {
    private static final Bytes OUTPUT = Bytes.of("Shell>".getBytes(StandardCharsets.US_ASCII));

    private final StringWriter said = new StringWriter();

    @Test
    void theSerialLineIsTheOutput() {
        var output = new ByteArrayOutputStream();
        console(output).serial(OUTPUT);
        assertThat(output.toByteArray()).isEqualTo(OUTPUT.toArray());
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aClosedOutputIsToldOnce() {
        TerminalConsole console =
                console(
                        new OutputStream() {
                            @Override
                            public void write(int value) throws IOException {
                                throw new IOException("Broken pipe");
                            }
                        });
        console.serial(OUTPUT);
        console.serial(OUTPUT);
        assertThat(said.toString())
                .isEqualToNormalizingNewlines(
                        "sevguest: The output is closed, so the output of the guest is no longer"
                                + " shown. The guest is still running.\n");
    }

    private TerminalConsole console(OutputStream output) {
        return new TerminalConsole(new PrintStream(output), new PrintWriter(said));
    }
}
