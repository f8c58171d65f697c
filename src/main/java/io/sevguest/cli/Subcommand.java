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

/** The commands, in the order in which the help lists them. */
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

    /** The word on the command line, the same as in the class' annotation. */
    final String word;

    final Class<?> type;

    /** The commands below it, of which one is called. */
    final List<Step> steps;

    Subcommand(String word, Class<?> type, Step... steps) {
        this.word = word;
        this.type = type;
        this.steps = List.of(steps);
    }

    /**
     * A command below another.
     *
     * @param word the same as in the class' annotation
     */
    record Step(String word, Class<?> type) {}

    /**
     * Those that a command line needs: the one that its first argument names, since building each
     * takes longer than most of them run; else all. The completion script is made of all.
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

    /** Returns whether it computes codes under keys. */
    boolean usesKeys() {
        return this == MEASUREMENT || this == SECRET;
    }

    /**
     * The command. Where the second argument names one below it, there is that one alone, and of
     * the command itself its name.
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

    /** A command of which no more than its name is needed, as another one below it is called. */
    static CommandLine named(String word) {
        return new CommandLine(CommandSpec.create().name(word));
    }
}
