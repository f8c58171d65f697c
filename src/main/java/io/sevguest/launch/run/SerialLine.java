package io.sevguest.launch.run;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The guest's serial line. It is read on a thread of its own, apart from the one that tells what
 * was read: QEMU's socket holds only some hundred bytes on their way, and a UEFI firmware gives up
 * a console that takes nothing for a fraction of a millisecond.
 */
final class SerialLine {
    private static final System.Logger LOG = System.getLogger(SerialLine.class.getName());
    private static final int BLOCK = 8192;

    private final LocalSocket socket;
    private final SerialBuffer backlog = new SerialBuffer();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    SerialLine(LocalSocket socket) {
        this.socket = socket;
    }

    /** Begins to read; a listener that is slow does not hold off the guest. */
    void read(Consumer<Bytes> listener) {
        start("guest-serial", this::readAll);
        start("guest-console", () -> tellAll(listener));
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        try (socket) {
            InputStream in = socket.input();
            byte[] block = new byte[BLOCK];
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                backlog.add(block, got);
            }
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "serial line ended", closed);
        } finally {
            backlog.close();
        }
    }

    private void tellAll(Consumer<Bytes> listener) {
        try {
            for (Bytes next = backlog.take(); !next.isEmpty(); next = backlog.take()) {
                listener.accept(next);
            }
        } finally {
            backlog.close();
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

    /** Returns a future that is done when all output has been delivered. */
    CompletableFuture<Void> ended() {
        return ended.copy();
    }
}
