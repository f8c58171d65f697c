package io.sevguest.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A QEMU that is started with arguments, executes one QMP command, and is ended. */
public final class PausedQemu implements AutoCloseable {
    private static final int SECONDS = 10;

    private final Process process;
    private final Path output;
    private final Path socket;

    private PausedQemu(Process process, Path output, Path socket) {
        this.process = process;
        this.output = output;
        this.socket = socket;
    }

    public static PausedQemu start(List<String> words, Path directory, Path socket)
            throws IOException {
        Path output = directory.resolve("output");
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        return new PausedQemu(process, output, socket);
    }

    /** Returns the last line of the answer to one QMP command, or QEMU's messages if it ended. */
    public String ask(String command) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            if (Files.exists(socket)) {
                try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    channel.connect(UnixDomainSocketAddress.of(socket));
                    return talk(channel, command);
                } catch (IOException notListening) {
                    if (!process.isAlive()) {
                        return said();
                    }
                }
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return said();
            }
        }
        return "no answer in " + SECONDS + " s; " + said();
    }

    private static String talk(SocketChannel channel, String command) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
        lines.readLine();
        send(channel, "{\"execute\":\"qmp_capabilities\"}");
        answer(lines);
        send(channel, command);
        return answer(lines);
    }

    private static void send(SocketChannel channel, String line) throws IOException {
        channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String answer(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && line.contains("\"event\"")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("QEMU closed the socket");
        }
        return line;
    }

    /** Returns QEMU's output, and its exit status if it has ended. */
    String said() throws IOException {
        String text = Files.readString(output, StandardCharsets.ISO_8859_1).strip();
        return process.isAlive() ? text : "exit " + process.exitValue() + ": " + text;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
