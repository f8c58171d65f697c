package io.sevguest.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual's reference of commands and options, as the command line itself describes them. */
public final class CommandReference {
    private static final String NOTE =
            "\n*This page is generated from the command line. Do not edit it.*\n";

    private static final Help.ColorScheme PLAIN = Help.defaultColorScheme(Help.Ansi.OFF);
    private static final Help.IParamLabelRenderer LABELS = Help.createMinimalParamLabelRenderer();

    private CommandReference() {}

    /** Returns the pages by file name, {@code index.md} among them. */
    public static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        CommandLine root = SevguestCommand.commandLine((file, exit) -> 0, "--help");
        List<CommandLine> commands = commands(root);
        pages.put("index.md", index(commands));
        for (CommandLine command : commands) {
            pages.put(file(command.getCommandSpec()), page(command));
        }
        return pages;
    }

    /** Returns the title of a page by its file name, in the order of the help. */
    public static List<Map.Entry<String, String>> titles() {
        CommandLine root = SevguestCommand.commandLine((file, exit) -> 0, "--help");
        return commands(root).stream()
                .map(CommandLine::getCommandSpec)
                .map(spec -> Map.entry(file(spec), words(spec)))
                .toList();
    }

    private static List<CommandLine> commands(CommandLine from) {
        List<CommandLine> found = new ArrayList<>();
        for (CommandLine command : from.getSubcommands().values()) {
            found.add(command);
            found.addAll(commands(command));
        }
        return found;
    }

    private static String index(List<CommandLine> commands) {
        var text =
                new StringBuilder(
                        "# All commands\n" + NOTE + "\n| Command | Purpose |\n|---|---|\n");
        for (CommandLine command : commands) {
            CommandSpec spec = command.getCommandSpec();
            text.append("| [%s](%s) | %s |\n".formatted(words(spec), file(spec), purpose(spec)));
        }
        return text.toString();
    }

    private static String page(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        var text = new StringBuilder("# sevguest " + words(spec) + "\n" + NOTE + "\n");
        text.append(String.join(" ", spec.usageMessage().description())).append("\n");
        text.append("\n```\n").append(synopsis(command)).append("```\n");
        if (!command.getSubcommands().isEmpty()) {
            text.append("\n| Command | Purpose |\n|---|---|\n");
            for (CommandLine below : command.getSubcommands().values()) {
                CommandSpec step = below.getCommandSpec();
                text.append(
                        "| [%s](%s) | %s |\n".formatted(words(step), file(step), purpose(step)));
            }
        }
        table(
                text,
                "Parameter",
                spec.positionalParameters().stream()
                        .filter(it -> !it.hidden())
                        .map(CommandReference::row));
        table(
                text,
                "Option",
                spec.options().stream().filter(it -> !it.hidden()).map(CommandReference::row));
        return text.toString();
    }

    private static String synopsis(CommandLine command) {
        return Arrays.stream(command.getHelp().synopsis(0).split("\n"))
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static void table(StringBuilder text, String heading, Stream<String> rows) {
        List<String> all = rows.toList();
        if (!all.isEmpty()) {
            text.append("\n| %s | Meaning |\n|---|---|\n".formatted(heading));
            all.forEach(text::append);
        }
    }

    private static String row(PositionalParamSpec parameter) {
        return "| `%s` | %s |\n"
                .formatted(
                        parameter.paramLabel(),
                        meaning(
                                new Help(parameter.command(), PLAIN)
                                        .createDefaultParameterRenderer()
                                        .render(parameter, LABELS, PLAIN)));
    }

    private static String row(OptionSpec option) {
        String names =
                Arrays.stream(option.names())
                        .map(name -> "`" + name + value(name, option) + "`")
                        .collect(Collectors.joining(", "));
        return "| %s | %s |\n"
                .formatted(
                        names,
                        meaning(
                                new Help(option.command(), PLAIN)
                                        .createDefaultOptionRenderer()
                                        .render(option, LABELS, PLAIN)));
    }

    private static String value(String name, OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        return (name.startsWith("--") ? "=" : " ") + option.paramLabel();
    }

    /** Returns the last column of the rows in the help, with its choices filled in. */
    private static String meaning(Help.Ansi.Text[][] rows) {
        return Arrays.stream(rows)
                .map(row -> row[row.length - 1].toString().strip())
                .collect(Collectors.joining(" "))
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }

    private static String purpose(CommandSpec spec) {
        return spec.usageMessage().description()[0].replace("|", "\\|");
    }

    private static String file(CommandSpec spec) {
        return words(spec).replace(' ', '-') + ".md";
    }

    /** Returns the name of a command without that of the program. */
    private static String words(CommandSpec spec) {
        return spec.qualifiedName(" ").substring(SevguestCommand.NAME.length() + 1);
    }
}
