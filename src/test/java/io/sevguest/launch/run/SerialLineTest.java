package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.process.LocalSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SerialLineTest {
    /**
     * The number of bytes, far more than a socket holds if each is written separately, as QEMU
     * does.
     */
    private static final int BYTES = 20_000;

    @TempDir private Path folder;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private SocketChannel guest;
    private SerialLine line;

    @BeforeEach
    void connect() throws IOException {
        Path socket = folder.resolve("serial");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            line = new SerialLine(LocalSocket.connect(socket));
            guest = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        guest.close();
    }

    @Test
    void aSlowListenerDoesNotHoldOffTheGuest() throws Exception {
        var mayBeTold = new CompletableFuture<Void>();
        line.read(
                output -> {
                    mayBeTold.join();
                    told.writeBytes(output.toArray());
                });
        byte[] sent = write();
        assertThat(line.ended()).isNotDone();
        assertThat(told.size()).isZero();
        mayBeTold.complete(null);
        guest.close();
        line.ended().join();
        assertThat(told.toByteArray()).isEqualTo(sent);
    }

    @Test
    void aListenerThatFailsDoesNotHoldOffTheGuest() throws Exception {
        line.read(
                output -> {
                    throw new IllegalStateException("no such window");
                });
        write();
        line.ended().join();
    }

    /** Writes the bytes one by one, and returns when all are written. */
    private byte[] write() throws IOException {
        byte[] sent = new byte[BYTES];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) i;
            while (guest.write(ByteBuffer.wrap(sent, i, 1)) == 0) {
                Thread.onSpinWait();
            }
        }
        return sent;
    }
}
