package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Tests that the help of the commands has whole sentences in plain words. */
class HelpTextTest {
    /** Words with which a sentence of the help is not plain. */
    private static final Pattern NOT_PLAIN =
            Pattern.compile(
                    "\\b(mend|told|tells?|shall|nobody|whatever|whoever|all the same|at hand"
                            + "|not said|no more|is none)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SENTENCE = Pattern.compile("(\\p{Lu}|--).*[^.]\\.");

    /** Returns every command but the one that prints the completion, which is picocli's own. */
    static Stream<Named<CommandLine>> commands() {
        return below(SevguestCommand.commandLine((file, exit) -> 0, "--help"))
                .filter(it -> !it.getCommandName().equals("generate-completion"))
                .map(it -> Named.of(it.getCommandSpec().qualifiedName(), it));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(HelpTextTest::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsDescribedInSentencesThatBeginWithAVerb(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        assertThat(description).isNotEmpty();
        assertThat(description[0]).as("imperative").matches("\\p{Lu}\\p{Ll}*[^s\\W]\\b.*");
        assertThat(description).allSatisfy(HelpTextTest::assertPlain);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachOptionAndParameterIsDescribedInSentences(CommandLine command) {
        for (ArgSpec argument : arguments(command.getCommandSpec())) {
            String text = description(argument);
            assertThat(text).as(argument.toString()).isNotBlank();
            assertPlain(text);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aChoiceListsItsWordsAndItsDefault(CommandLine command) {
        for (ArgSpec argument : arguments(command.getCommandSpec())) {
            String text = description(argument);
            if (argument.completionCandidates() != null) {
                assertThat(text).as(argument.toString()).contains(argument.completionCandidates());
            }
            String byDefault = argument.defaultValue();
            if (byDefault != null && !byDefault.isEmpty()) {
                assertThat(text).as(argument.toString()).contains("(default: ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachExitStatusIsExplained(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach(
                        (status, meaning) -> {
                            assertThat(status).matches("[0-9]{1,2}");
                            assertThat(meaning).matches("\\p{Ll}.*[^.]");
                            assertThat(NOT_PLAIN.matcher(meaning).find()).as(meaning).isFalse();
                        });
    }

    /** Returns the arguments that have a description, or need one as the help shows them. */
    private static List<ArgSpec> arguments(CommandSpec command) {
        List<ArgSpec> arguments = new ArrayList<>(command.options());
        arguments.addAll(command.positionalParameters());
        arguments.removeIf(it -> it.hidden() && it.description().length == 0);
        return arguments;
    }

    private static void assertPlain(String text) {
        assertThat(text).matches(SENTENCE).doesNotContain("${");
        assertThat(NOT_PLAIN.matcher(text).find()).as(text).isFalse();
    }

    /** Returns a description as the help prints it, with its choices and defaults filled in. */
    private static String description(ArgSpec argument) {
        Help.ColorScheme plain = Help.defaultColorScheme(Help.Ansi.OFF);
        var help = new Help(argument.command(), plain);
        Help.IParamLabelRenderer labels = Help.createMinimalParamLabelRenderer();
        Help.Ansi.Text[][] rows =
                argument instanceof OptionSpec option
                        ? help.createDefaultOptionRenderer().render(option, labels, plain)
                        : help.createDefaultParameterRenderer()
                                .render(
                                        (CommandLine.Model.PositionalParamSpec) argument,
                                        labels,
                                        plain);
        return String.join(
                " ",
                Arrays.stream(rows).map(row -> row[row.length - 1].toString().strip()).toList());
    }
}
