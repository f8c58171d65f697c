package io.sevguest.cli.owner.measurement;

import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.problem.ProblemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code measurement verify}, which checks a measurement against a guest and explains a
 * mismatch.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check a launch measurement against everything that a guest should start with.",
            "If it does not match, common mistakes are tried, and those that explain the difference"
                    + " are reported."
        })
public final class MeasurementVerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private MeasurementCheck check;

    @Mixin private KeyOptions keys;

    @Option(
            names = {"--quiet", "-q"},
            description = "Print nothing. The exit status is the result.")
    private boolean quiet;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        try (KeyOptions.Keys own = keys.read()) {
            MeasurementVerdict verdict = check.verdict(own);
            if (!quiet) {
                print(verdict);
            }
            return verdict.matches() ? ExitStatus.FINE : ExitStatus.NO;
        }
    }

    private void print(MeasurementVerdict verdict) throws ProblemException {
        spec.commandLine().getOut().println(json ? Json.text(verdict.json()) : verdict.text());
        for (String lack : check.lacking(false)) {
            spec.commandLine().getErr().println("warning: " + lack);
        }
    }
}
