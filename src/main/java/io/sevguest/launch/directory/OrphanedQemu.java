package io.sevguest.launch.directory;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.qmp.QemuMonitor;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.AsynchronousCloseException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A QEMU whose starter was killed. Nobody can reach its guest any more; it is ended where the guest
 * works on throwaway copies, and reported if it would lose data that it must keep.
 */
final class OrphanedQemu {
    private static final System.Logger LOG = System.getLogger(OrphanedQemu.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final LaunchFiles files;
    private final GuestLock.Note note;

    private OrphanedQemu(LaunchFiles files, GuestLock.Note note) {
        this.files = files;
        this.note = note;
    }

    /**
     * Ends the QEMU that an earlier launch left, if there is one.
     *
     * @throws ProblemException if it keeps changes, or cannot be ended
     */
    static void end(LaunchFiles files, GuestLock.Note note) throws ProblemException {
        if (Files.exists(files.qmpSocket())) {
            new OrphanedQemu(files, note).end();
        }
    }

    private void end() throws ProblemException {
        try (LocalSocket socket = LocalSocket.connect(files.qmpSocket())) {
            if (note.keepsChanges()) {
                throw new ProblemException(stillRunning());
            }
            LOG.log(Level.INFO, "end QEMU {0}, whose starter was killed", note.qemu());
            QemuMonitor.open(socket, event -> {}, LIMIT).quit();
            awaitEnd();
        } catch (AsynchronousCloseException busy) {
            throw new ProblemException(stillRunning(), busy);
        } catch (IOException nobodyListens) {
            LOG.log(Level.DEBUG, "no QEMU is left", nobodyListens);
        }
    }

    private void awaitEnd() throws ProblemException {
        Optional<ProcessHandle> process = note.qemu().flatMap(ProcessHandle::of);
        if (process.isEmpty()) {
            return;
        }
        try {
            process.get().onExit().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            throw new ProblemException(stillRunning(), goesOn);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("end of an orphan");
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private Problem stillRunning() {
        String pid = note.qemu().map(Object::toString).orElse("unknown");
        return new Problem(
                "This guest is still running: the program that started it has ended, but not its"
                        + " QEMU, process "
                        + pid
                        + ".",
                files.directory().toString(),
                "Shut the guest down from inside, or end it by \"kill " + pid + "\".");
    }
}
