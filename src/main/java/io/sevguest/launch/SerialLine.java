package io.sevguest.launch;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The guest's serial line: what it writes is told on a thread of its own. */
final class SerialLine {
    private static final System.Logger LOG = System.getLogger(SerialLine.class.getName());
    private static final int BLOCK = 8192;

    private final LocalSocket socket;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    SerialLine(LocalSocket socket) {
        this.socket = socket;
    }

    void read(Consumer<Bytes> listener) {
        var reader = new Thread(() -> readAll(listener), "guest-serial");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(Consumer<Bytes> listener) {
        try (socket) {
            InputStream in = socket.input();
            byte[] block = new byte[BLOCK];
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                listener.accept(Bytes.of(Arrays.copyOf(block, got)));
            }
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "serial line ended", closed);
        } finally {
            ended.complete(null);
        }
    }

    void write(Bytes input) throws ProblemException {
        try {
            socket.output().write(input.toArray());
        } catch (IOException closed) {
            throw new ProblemException(
                    Problem.of("The guest's serial line is closed; the guest has ended."), closed);
        }
    }

    /** Done when all output has been told. */
    CompletableFuture<Void> ended() {
        return ended.copy();
    }
}
