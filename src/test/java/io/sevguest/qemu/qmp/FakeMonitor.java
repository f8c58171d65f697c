package io.sevguest.qemu.qmp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The server side of a monitor: sends initial lines, then answers each request with a function. */
final class FakeMonitor implements AutoCloseable {
    static final String GREETING =
            "{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 22, \"minor\": 2, \"major\": 7},"
                    + " \"package\": \"Debian\"}, \"capabilities\": [\"oob\"]}}";

    final Path socket;
    private final ServerSocketChannel server;
    private final CompletableFuture<SocketChannel> client = new CompletableFuture<>();

    /**
     * Listens on a socket.
     *
     * @param answers lines sent in answer to a request; none closes the connection
     */
    FakeMonitor(Path folder, List<String> first, Function<String, List<String>> answers)
            throws IOException {
        socket = folder.resolve("qmp");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        var thread = new Thread(() -> serve(first, answers), "fake-monitor");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(List<String> first, Function<String, List<String>> answers) {
        try (SocketChannel channel = server.accept()) {
            client.complete(channel);
            send(first);
            var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> answer = answers.apply(line);
                if (answer.isEmpty()) {
                    return;
                }
                send(answer);
            }
        } catch (IOException ended) {
            client.completeExceptionally(ended);
        }
    }

    void send(List<String> lines) {
        try {
            for (String line : lines) {
                client.join()
                        .write(ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Returns the answer {@code {}} to a request. */
    static List<String> empty(String request) {
        return List.of("{\"return\": {}, \"id\": " + id(request) + "}");
    }

    static String id(String request) {
        return QmpMessage.JSON.readTree(request).get("id").toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
