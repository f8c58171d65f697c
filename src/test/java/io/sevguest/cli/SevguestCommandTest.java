package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.cli.output.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class SevguestCommandTest {
    private final CommandRunner sevguest = new CommandRunner();

    @Test
    void withoutACommandTheWindowOpens(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("guest"), "<domain/>");
        assertThat(sevguest.run().status()).isZero();
        assertThat(sevguest.run(file).status()).isZero();
        assertThat(sevguest.windows).containsExactly(Optional.empty(), Optional.of(file));
    }

    @Test
    void aMisspeltCommandOpensNoWindow() {
        var result = sevguest.run("inspct");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("\"inspct\" is neither a command nor an existing file");
        assertThat(sevguest.windows).isEmpty();
    }

    @Test
    void tellsUsageVersionAndCompletion() {
        assertThat(sevguest.run("--help").out()).contains("policy", "edit", "Exit status");
        assertThat(sevguest.run("edit", "--help").out()).contains("--dh-cert", "--in-place");
        assertThat(sevguest.run("--version").out()).startsWith("sevguest ");
        assertThat(sevguest.run("preview", "--version").out()).startsWith("sevguest ");
        assertThat(sevguest.run("generate-completion").out())
                .contains("_complete_sevguest", "--in-place");
    }

    @Test
    void eachCommandIsCalledByItsName() {
        for (Subcommand command : Subcommand.values()) {
            assertThat(command.type.getAnnotation(Command.class).name()).isEqualTo(command.word);
            assertThat(sevguest.run(command.word, "--help").out())
                    .contains("sevguest " + command.word);
            for (Subcommand.Step step : command.steps) {
                assertThat(step.type().getAnnotation(Command.class).name()).isEqualTo(step.word());
                assertThat(sevguest.run(command.word, "--help").out()).contains(step.word());
                assertThat(sevguest.run(command.word, step.word(), "--help").out())
                        .contains("sevguest " + command.word + " " + step.word());
                assertThat(sevguest.run(command.word, step.word(), "--version").out())
                        .startsWith("sevguest ");
            }
        }
    }

    @Test
    void anErrorOfTheJvmIsAFaultAndNoAnswer() {
        var err = new StringWriter();
        int status =
                SevguestCommand.commandLine(
                                (file, exitAfterFirstPaint) -> {
                                    throw new StackOverflowError();
                                })
                        .setErr(new PrintWriter(err))
                        .execute();
        assertThat(status).isEqualTo(ExitStatus.FAULT);
        assertThat(err.toString()).contains("Internal error in sevguest", "StackOverflowError");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        var result = sevguest.run("policy", "3", "--jsn");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--jsn").contains("See: sevguest policy --help");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anOptionOfSeveralNamesIsCalledByItsFirst() {
        var missing = sevguest.run("secret", "build");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("'--secret=GUID:FILE'");
        var wrong = sevguest.run("secret", "build", "--secret", "foo");
        assertThat(wrong.err()).contains("'--secret' (GUID:FILE)");
    }
}
