package io.sevguest.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalSocketTest {
    @TempDir Path folder;

    private ServerSocketChannel listen(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path), 1);
    }

    @Test
    void connectsToASocketSomebodyListensOn() throws IOException {
        Path path = folder.resolve("s");
        try (ServerSocketChannel server = listen(path);
                LocalSocket socket = LocalSocket.connect(path)) {
            assertThat(server.accept()).isNotNull();
            assertThat(socket.input()).isNotNull();
        }
    }

    @Test
    @Timeout(60)
    void givesUpWhereNobodyTakesTheConnection() throws IOException {
        Path path = folder.resolve("s");
        List<LocalSocket> taken = new ArrayList<>();
        try (ServerSocketChannel server = listen(path)) {
            assertThatThrownBy(
                            () -> {
                                while (server.isOpen()) {
                                    taken.add(LocalSocket.connect(path));
                                }
                            })
                    .isInstanceOf(AsynchronousCloseException.class);
        }
        assertThat(taken).isNotEmpty();
    }

    @Test
    void refusesWhereNobodyListens() throws IOException {
        Path path = folder.resolve("s");
        listen(path).close();
        assertThatThrownBy(() -> LocalSocket.connect(path)).isInstanceOf(ConnectException.class);
    }
}
