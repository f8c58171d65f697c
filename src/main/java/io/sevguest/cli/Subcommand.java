package io.sevguest.cli;

import java.util.Arrays;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;

/** The commands, in the order in which the help lists them. */
enum Subcommand {
    INSPECT("inspect", InspectCommand.class),
    POLICY("policy", PolicyCommand.class),
    PREVIEW("preview", PreviewCommand.class),
    EDIT("edit", EditCommand.class),
    VERIFY("verify", VerifyCommand.class),
    VERIFY_REPORT("verify-report", VerifyReportCommand.class),
    SESSION("session", SessionCommand.class),
    MEASUREMENT("measurement", MeasurementCommand.class),
    BUNDLE("bundle", BundleCommand.class),
    VMSA("vmsa", VmsaCommand.class),
    SECRET("secret", SecretCommand.class),
    LAUNCH("launch", LaunchCommand.class),
    GENERATE_COMPLETION("generate-completion", GenerateCompletion.class);

    /** The word on the command line, the same as in the class' annotation. */
    final String word;

    final Class<?> type;

    Subcommand(String word, Class<?> type) {
        this.word = word;
        this.type = type;
    }

    /**
     * Those that a command line needs: the one that its first argument names, since building each
     * takes longer than most of them run; else all. The completion script is made of all.
     */
    static List<Subcommand> neededFor(String... arguments) {
        return Arrays.stream(values())
                .filter(command -> command != GENERATE_COMPLETION)
                .filter(command -> arguments.length > 0 && command.word.equals(arguments[0]))
                .findFirst()
                .map(List::of)
                .orElse(List.of(values()));
    }
}
