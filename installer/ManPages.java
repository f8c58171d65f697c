import io.sevguest.cli.SevguestCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the man pages of sevguest and of each of its commands into a folder, as AsciiDoc. The build
 * does not compile it: installer/man.sh starts it from its source.
 */
final class ManPages {
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CommandSpec root = SevguestCommand.commandLine((file, exit) -> 0, "--help").getCommandSpec();
        ManPageGenerator.generateManPage(folder.toFile(), null, new boolean[0], true, root);
        addSeeAlso(folder, root);
    }

    /** Names the pages of the command above and of those below, which picocli leaves out. */
    private static void addSeeAlso(Path folder, CommandSpec command) throws IOException {
        List<CommandSpec> related = new ArrayList<>();
        if (command.parent() != null) {
            related.add(command.parent());
        }
        for (CommandLine below : command.subcommands().values()) {
            related.add(below.getCommandSpec());
            addSeeAlso(folder, below.getCommandSpec());
        }
        Files.writeString(
                folder.resolve(page(command) + ".adoc"),
                related.stream()
                        .map(each -> "*" + page(each) + "*(1)")
                        .collect(Collectors.joining(", ", "\n== See Also\n\n", "\n")),
                StandardOpenOption.APPEND);
    }

    private static String page(CommandSpec command) {
        return command.qualifiedName("-");
    }
}
