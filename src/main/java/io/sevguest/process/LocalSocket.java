package io.sevguest.process;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a UNIX socket as two streams, which two threads can use at the same time.
 *
 * <p>The channel is used directly, because the streams of {@code Channels} share a lock on Java 17,
 * so that a waiting read would block every write.
 */
public final class LocalSocket implements AutoCloseable {
    /**
     * The length of the longest path of a UNIX socket, in bytes.
     *
     * <p>Source: unix(7), {@code sun_path} holds 108 bytes with a final zero.
     */
    public static final int LONGEST_PATH = 107;

    private static final int CONNECT_SECONDS = 5;

    private final SocketChannel channel;

    private LocalSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects to a listening socket.
     *
     * @throws java.nio.channels.AsynchronousCloseException if the listener does not accept the
     *     connection in time
     * @throws IOException if no program listens on the socket
     */
    public static LocalSocket connect(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        CompletableFuture<Void> limit =
                CompletableFuture.runAsync(
                        () -> giveUp(channel),
                        CompletableFuture.delayedExecutor(CONNECT_SECONDS, TimeUnit.SECONDS));
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            limit.cancel(false);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        return new LocalSocket(channel);
    }

    /** Cancels an attempt to connect. An established connection is kept. */
    private static void giveUp(SocketChannel channel) {
        if (!channel.isConnected()) {
            try {
                channel.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /**
     * Refuses a path that is too long for a socket.
     *
     * @throws ProblemException if the path has more than {@value #LONGEST_PATH} bytes
     */
    public static void checkLength(Path path) throws ProblemException {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw new ProblemException(
                    new Problem(
                            "The path of a UNIX socket can have at most "
                                    + LONGEST_PATH
                                    + " bytes, but \""
                                    + path
                                    + "\" has "
                                    + length
                                    + ".",
                            path.toString(),
                            "Set XDG_RUNTIME_DIR to a folder with a shorter path, such as"
                                    + " /run/user/1000."),
                    new SocketException("path of a UNIX socket too long"));
        }
    }

    /** Returns the incoming stream. Closing it closes the connection. */
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return length == 0 ? 0 : channel.read(ByteBuffer.wrap(target, offset, length));
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(source, offset, length);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
