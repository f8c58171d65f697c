package io.sevguest.launch.run;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.directory.LaunchDirectory;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.LocalSocket;
import io.sevguest.process.ProgramExit;
import io.sevguest.process.RunningProcess;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.qmp.QemuMonitor;
import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.task.Continuation;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A QEMU process that does not answer yet. */
final class QemuStart {
    /** Follows QEMU and its guest. */
    interface Listener {
        void serial(Bytes output);

        void message(String line);

        void event(QmpEvent event);
    }

    private static final System.Logger LOG = System.getLogger(QemuStart.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SECONDS_TO_END = 5;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final LaunchFiles files;
    private final GuestLog log;
    private final RunningProcess process;
    private final Progress progress;

    private QemuStart(LaunchFiles files, GuestLog log, RunningProcess process, Progress progress) {
        this.files = files;
        this.log = log;
        this.process = process;
        this.progress = progress;
    }

    /**
     * Starts QEMU and waits until it answers; a failure leaves no process behind.
     *
     * @throws ProblemException if QEMU cannot be started, ends, or does not answer in time
     */
    static RunningQemu start(
            LaunchPlan plan, LaunchDirectory directory, Listener listener, Progress progress)
            throws ProblemException {
        GuestLog log = GuestLog.create(plan.files().log());
        RunningProcess process =
                RunningProcess.startDetached(
                        new Command(
                                plan.command().toArgs(),
                                plan.command().environment(),
                                plan.command().toLog()),
                        line -> {
                            log.add(line);
                            listener.message(line);
                        });
        Continuation.after(process.ended(), status -> log.close());
        var connecting = new CompletableFuture<Void>();
        ProgramExit.before(connecting, process::kill);
        boolean connected = false;
        try {
            directory.lock().noteQemu(process.pid(), plan.files().keepChanges());
            var start = new QemuStart(plan.files(), log, process, progress);
            RunningQemu answering = start.connect(listener);
            connected = true;
            return answering;
        } finally {
            connecting.complete(null);
            if (!connected) {
                process.kill();
                process.ended().join();
            }
        }
    }

    private RunningQemu connect(Listener listener) throws ProblemException {
        LocalSocket qmp = await(files.qmpSocket());
        var serial = new SerialLine(awaitBeside(qmp, files.serialSocket()));
        serial.read(listener::serial);
        try {
            QemuMonitor monitor = QemuMonitor.open(qmp, listener::event, LIMIT);
            if (Files.exists(files.vncSocket())) {
                makePrivate(files.vncSocket());
            }
            return new RunningQemu(process, log, monitor, serial);
        } catch (ProblemException silent) {
            if (endsSoon()) {
                throw new ProblemException(whyEnded(), silent);
            }
            throw silent;
        }
    }

    /** A QEMU that aborts closes its sockets before its process has ended. */
    private boolean endsSoon() {
        return process.ended()
                .thenApply(status -> true)
                .completeOnTimeout(false, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
    }

    /** Waits for a second socket; where it does not come, the first one is closed. */
    private LocalSocket awaitBeside(LocalSocket first, Path socket) throws ProblemException {
        boolean connected = false;
        try {
            LocalSocket second = await(socket);
            connected = true;
            return second;
        } finally {
            if (!connected) {
                close(first);
            }
        }
    }

    private static void close(LocalSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "a socket of QEMU could not be closed", failure);
        }
    }

    private LocalSocket await(Path socket) throws ProblemException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            progress.at("Waiting for QEMU", -1);
            Optional<LocalSocket> connected = tryConnect(socket);
            if (connected.isPresent()) {
                makePrivate(socket, connected.get());
                return connected.get();
            }
            if (!process.isAlive()) {
                throw new ProblemException(whyEnded());
            }
            if (System.nanoTime() > deadline) {
                throw new ProblemException(silent(socket));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Optional<LocalSocket> tryConnect(Path socket) {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalSocket.connect(socket));
        } catch (IOException notYet) {
            LOG.log(Level.DEBUG, "{0} does not answer yet", socket);
            return Optional.empty();
        }
    }

    private static void makePrivate(Path socket, LocalSocket connected) throws ProblemException {
        try {
            makePrivate(socket);
        } catch (ProblemException refused) {
            close(connected);
            throw refused;
        }
    }

    /** QEMU makes its sockets 0755. */
    private static void makePrivate(Path socket) throws ProblemException {
        try {
            Files.setPosixFilePermissions(socket, PrivateFiles.FILE);
        } catch (IOException failure) {
            throw FileProblems.writing(socket, failure);
        }
    }

    private Problem whyEnded() {
        return QemuFailure.explain(process.ended().join(), log.lastLines());
    }

    private static Problem silent(Path socket) {
        return new Problem(
                "QEMU did not open its socket within "
                        + LIMIT.toSeconds()
                        + " seconds and was ended.",
                socket.toString(),
                "Try again when the machine is less busy.");
    }
}
