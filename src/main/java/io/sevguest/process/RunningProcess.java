package io.sevguest.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.sevguest.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A program that runs in parallel with this one. */
public final class RunningProcess {
    private static final System.Logger LOG = System.getLogger(RunningProcess.class.getName());

    /**
     * The seconds to wait for the last output. A child of the program may keep the output open
     * after the program has ended.
     */
    private static final int LAST_LINES = 2;

    private final Process process;
    private final CompletableFuture<ProcessExit> ended;

    private RunningProcess(Command command, Process process, CompletableFuture<Void> read) {
        this.process = process;
        this.ended =
                process.onExit()
                        .thenCompose(gone -> read.completeOnTimeout(null, LAST_LINES, SECONDS))
                        .thenApply(all -> ended(command, process));
    }

    private static ProcessExit ended(Command command, Process process) {
        var status = new ProcessExit(process.exitValue());
        ProcessStart.ended(command, status);
        return status;
    }

    /**
     * Starts a program whose standard input and output are used by the caller. It is killed when
     * this program ends.
     *
     * @param errors receives each line of its standard error, on a separate thread
     */
    public static RunningProcess start(Command command, Consumer<String> errors)
            throws ProblemException {
        Process process =
                ProcessStart.start(
                        command, command.toBuilder().redirectInput(ProcessBuilder.Redirect.PIPE));
        var running =
                new RunningProcess(command, process, readLines(process.getErrorStream(), errors));
        ProgramExit.before(running.ended(), running::kill);
        return running;
    }

    /**
     * Starts a program in a separate session with empty standard input, so that Ctrl+C in the
     * terminal does not reach it. If the program {@code setsid} is missing, it starts in the same
     * session.
     *
     * @param lines receives each line of its standard output and error, on a separate thread
     */
    public static RunningProcess startDetached(Command command, Consumer<String> lines)
            throws ProblemException {
        Optional<Path> found = ProgramSearch.ofThisProcess().find(command.program());
        if (found.isEmpty()) {
            throw new ProblemException(ProgramSearch.ofThisProcess().missing(command.program()));
        }
        ProcessBuilder builder = command.toBuilder().redirectErrorStream(true);
        ProgramSearch.ofThisProcess()
                .find("setsid")
                .ifPresent(setsid -> builder.command(prefixed(setsid, command)));
        Process process = ProcessStart.start(command, builder);
        return new RunningProcess(command, process, readLines(process.getInputStream(), lines));
    }

    private static List<String> prefixed(Path setsid, Command command) {
        List<String> words = new ArrayList<>();
        words.add(setsid.toString());
        words.addAll(command.arguments());
        return words;
    }

    private static CompletableFuture<Void> readLines(InputStream stream, Consumer<String> lines) {
        var read = new CompletableFuture<Void>();
        var reader =
                new Thread(
                        () -> {
                            try (var in =
                                    new BufferedReader(
                                            new InputStreamReader(
                                                    stream, StandardCharsets.UTF_8))) {
                                for (String line = in.readLine();
                                        line != null;
                                        line = in.readLine()) {
                                    lines.accept(line);
                                }
                            } catch (IOException closed) {
                                LOG.log(Level.DEBUG, "output ended", closed);
                            } finally {
                                read.complete(null);
                            }
                        },
                        "process-messages");
        reader.setDaemon(true);
        reader.start();
        return read;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the output of a program started by {@link #start}. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Returns the input of a program started by {@link #start}. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Returns the exit of the program, which completes after all lines have been delivered. */
    public CompletableFuture<ProcessExit> ended() {
        return ended.copy();
    }

    /** Kills the program with SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }
}
