package io.sevguest.process;

import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The output and exit of a program that has ended.
 *
 * @param output its standard output, decoded as UTF-8; at most 16 MiB
 * @param errors its standard error, likewise
 */
public record CommandRun(ProcessExit status, String output, String errors) {
    private static final int LARGEST_OUTPUT = 16 << 20;

    /**
     * Runs a program until it ends. An interrupt of the thread kills the program.
     *
     * @throws ProblemException if the program cannot be started, or exceeds the time limit and is
     *     killed
     * @throws CancellationException if the work was cancelled
     */
    public static CommandRun run(Command command, Duration limit, Progress progress)
            throws ProblemException {
        progress.at(command.program(), -1);
        Process process = ProcessStart.start(command, command.toBuilder());
        try {
            return finish(command, process, limit);
        } catch (TimeoutException late) {
            throw new ProblemException(tooLong(command, limit), late);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException(command.program());
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Runs a program like {@link #run}, and throws a problem with its error output if it does not
     * end with exit code 0.
     */
    public static CommandRun succeed(Command command, Duration limit, Progress progress)
            throws ProblemException {
        CommandRun run = run(command, limit, progress);
        if (!run.status.isSuccess()) {
            throw new ProblemException(
                    Problem.of(
                            "\""
                                    + command.program()
                                    + "\" "
                                    + run.status.toText()
                                    + ": "
                                    + run.errors.strip()));
        }
        return run;
    }

    static CommandRun finish(Command command, Process process, Duration limit)
            throws InterruptedException, TimeoutException, ProblemException {
        long deadline = System.nanoTime() + limit.toNanos();
        CompletableFuture<String> output = text(process.getInputStream());
        CompletableFuture<String> errors = text(process.getErrorStream());
        if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        var status = new ProcessExit(process.exitValue());
        ProcessStart.ended(command, status);
        return new CommandRun(
                status, await(command, output, deadline), await(command, errors, deadline));
    }

    private static CompletableFuture<String> text(InputStream stream) {
        var text = new CompletableFuture<String>();
        var reader =
                new Thread(
                        () -> {
                            try (stream) {
                                byte[] all = stream.readNBytes(LARGEST_OUTPUT);
                                stream.transferTo(OutputStream.nullOutputStream());
                                text.complete(new String(all, StandardCharsets.UTF_8));
                            } catch (IOException failure) {
                                text.completeExceptionally(failure);
                            }
                        },
                        "command-output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static String await(Command command, CompletableFuture<String> text, long deadline)
            throws InterruptedException, TimeoutException, ProblemException {
        try {
            return text.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new ProblemException(
                    new Problem(
                            "The output of \""
                                    + command.program()
                                    + "\" could not be read: "
                                    + failure.getCause().getMessage()
                                    + ".",
                            command.program(),
                            "Try again."),
                    failure.getCause());
        }
    }

    private static Problem tooLong(Command command, Duration limit) {
        return new Problem(
                "\""
                        + command.program()
                        + "\" did not finish within "
                        + Count.of(limit.toSeconds(), "second")
                        + " and was stopped.",
                command.program(),
                "Try again when the machine is less busy, or run the program by hand to see what"
                        + " it waits for.");
    }
}
