package io.sevguest.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;

    @Test
    void givesOutputErrorsAndExitCode() throws ProblemException {
        CommandRun run = run("sh", "-c", "echo out; echo err >&2; exit 3");
        assertThat(run).isEqualTo(new CommandRun(new ProcessExit(3), "out\n", "err\n"));
    }

    @Test
    void passesArgumentsAsTheyAre() throws ProblemException {
        assertThat(run("printf", "%s|", "a b", "$HOME", "'\"", "", "ä").output())
                .isEqualTo("a b|$HOME|'\"||ä|");
    }

    @Test
    void passesItsEnvironment() throws ProblemException {
        var command = new Command(List.of("sh", "-c", "echo $COLOUR"), Map.of("COLOUR", "blue"));
        assertThat(CommandRun.run(command, LIMIT, Progress.NONE).output()).isEqualTo("blue\n");
    }

    @Test
    void readsMoreThanAPipeHolds() throws ProblemException {
        assertThat(run("sh", "-c", "head -c 300000 /dev/zero | tr '\\0' x").output())
                .hasSize(300_000);
    }

    @Test
    void tellsASignalInWords() throws ProblemException {
        assertThat(run("sh", "-c", "kill -ABRT $$").status().toText())
                .isEqualTo("was ended by signal 6 (SIGABRT, abort)");
    }

    @Test
    void endsAProgramThatTakesTooLong() {
        assertThatThrownBy(
                        () ->
                                CommandRun.run(
                                        Command.of("sleep", "1000"),
                                        Duration.ofMillis(50),
                                        Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not finish within");
    }

    @Test
    void anInterruptEndsTheProgram() {
        Progress interrupting = (step, percent) -> Thread.currentThread().interrupt();
        assertThatThrownBy(() -> CommandRun.run(Command.of("sleep", "1000"), LIMIT, interrupting))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysWhyAProgramCannotBeStarted() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "no program");
        assertProblem("no-such-program", "is not installed, or not on the PATH");
        assertProblem("/no/such/program", "There is no program at \"/no/such/program\"");
        assertProblem(folder.toString(), "is a folder, not a program");
        assertProblem(text.toString(), "is not executable");
    }

    @Test
    void aFailureIsAProblemInItsOwnWords() {
        assertThatThrownBy(
                        () ->
                                CommandRun.succeed(
                                        Command.of("sh", "-c", "echo no room >&2; exit 1"),
                                        LIMIT,
                                        Progress.NONE))
                .hasMessage("\"sh\" ended with exit code 1: no room");
    }

    private static void assertProblem(String program, String words) {
        assertThatThrownBy(() -> run(program))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(words);
    }

    private static CommandRun run(String... arguments) throws ProblemException {
        return CommandRun.run(Command.of(arguments), LIMIT, Progress.NONE);
    }

    @Test
    void aPipeThatFailsIsAProblem() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        var failing =
                new Process() {
                    @Override
                    public OutputStream getOutputStream() {
                        return ended.getOutputStream();
                    }

                    @Override
                    public InputStream getInputStream() {
                        return closed;
                    }

                    @Override
                    public InputStream getErrorStream() {
                        return ended.getErrorStream();
                    }

                    @Override
                    public int waitFor() throws InterruptedException {
                        return ended.waitFor();
                    }

                    @Override
                    public int exitValue() {
                        return ended.exitValue();
                    }

                    @Override
                    public void destroy() {
                        ended.destroy();
                    }
                };
        assertThatThrownBy(() -> CommandRun.finish(Command.of("true"), failing, LIMIT))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The output of \"true\" could not be read: Stream closed.");
    }
}
