package io.sevguest.cli;

import io.sevguest.cli.guest.EditCommand;
import io.sevguest.cli.guest.InspectCommand;
import io.sevguest.cli.guest.LaunchCommand;
import io.sevguest.cli.guest.PolicyCommand;
import io.sevguest.cli.guest.PreviewCommand;
import io.sevguest.cli.owner.BundleCommand;
import io.sevguest.cli.owner.SessionCommand;
import io.sevguest.cli.owner.measurement.MeasurementBuildCommand;
import io.sevguest.cli.owner.measurement.MeasurementCommand;
import io.sevguest.cli.owner.measurement.MeasurementVerifyCommand;
import io.sevguest.cli.owner.measurement.SecretBuildCommand;
import io.sevguest.cli.owner.measurement.SecretCommand;
import io.sevguest.cli.owner.measurement.SecretOpenCommand;
import io.sevguest.cli.owner.vmsa.VmsaBuildCommand;
import io.sevguest.cli.owner.vmsa.VmsaCommand;
import io.sevguest.cli.owner.vmsa.VmsaShowCommand;
import io.sevguest.cli.owner.vmsa.VmsaUpdateCommand;
import io.sevguest.cli.platform.VerifyCommand;
import io.sevguest.cli.platform.VerifyReportCommand;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands, in the order of the help. */
enum Subcommand {
    INSPECT("inspect", InspectCommand.class),
    POLICY("policy", PolicyCommand.class),
    PREVIEW("preview", PreviewCommand.class),
    EDIT("edit", EditCommand.class),
    VERIFY("verify", VerifyCommand.class),
    VERIFY_REPORT("verify-report", VerifyReportCommand.class),
    SESSION("session", SessionCommand.class),
    MEASUREMENT(
            "measurement",
            MeasurementCommand.class,
            new Step("build", MeasurementBuildCommand.class),
            new Step("verify", MeasurementVerifyCommand.class)),
    BUNDLE("bundle", BundleCommand.class),
    VMSA(
            "vmsa",
            VmsaCommand.class,
            new Step("build", VmsaBuildCommand.class),
            new Step("show", VmsaShowCommand.class),
            new Step("update", VmsaUpdateCommand.class)),
    SECRET(
            "secret",
            SecretCommand.class,
            new Step("build", SecretBuildCommand.class),
            new Step("open", SecretOpenCommand.class)),
    LAUNCH("launch", LaunchCommand.class),
    GENERATE_COMPLETION("generate-completion", GenerateCompletion.class);

    /** The name on the command line, which the annotation of the class repeats. */
    final String word;

    final Class<?> type;

    /** The subcommands of this command. */
    final List<Step> steps;

    Subcommand(String word, Class<?> type, Step... steps) {
        this.word = word;
        this.type = type;
        this.steps = List.of(steps);
    }

    /**
     * A subcommand of a command.
     *
     * @param word its name, which the annotation of the class repeats
     */
    record Step(String word, Class<?> type) {}

    /**
     * Returns the commands that a command line needs: only the one that its first argument names,
     * or all for the help and the completion script. Building the model of a command takes longer
     * than most commands run.
     */
    static List<Subcommand> neededFor(String... arguments) {
        for (Subcommand command : values()) {
            boolean named = arguments.length > 0 && command.word.equals(arguments[0]);
            if (named && command != GENERATE_COMPLETION) {
                return List.of(command);
            }
        }
        return List.of(values());
    }

    /** Returns whether the command computes message authentication codes. */
    boolean usesKeys() {
        return this == MEASUREMENT || this == SECRET;
    }

    /**
     * Returns the command with its subcommands. If the second argument names a subcommand, only
     * that one is added, and the command itself is reduced to its name.
     */
    CommandLine commandLine(String... arguments) {
        for (Step step : steps) {
            if (arguments.length > 1 && step.word.equals(arguments[1])) {
                return named(word).addSubcommand(step.word, step.type);
            }
        }
        var line = new CommandLine(type);
        steps.forEach(step -> line.addSubcommand(step.word, step.type));
        return line;
    }

    /** Returns a command without options, as the parent of a subcommand. */
    static CommandLine named(String word) {
        return new CommandLine(CommandSpec.create().name(word));
    }
}
