package io.sevguest.cli.guest;

import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.cli.output.ProblemReport;
import io.sevguest.problem.Count;
import io.sevguest.problem.EscapedText;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.FileRecognition;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.EmbeddedBlob;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.LabelledField;
import io.sevguest.recognition.content.RecognizedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code inspect}, which identifies files and reports their defects. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Identify files: kind, encoding, size, fields and SHA-256.")
public final class InspectCommand implements Callable<Integer> {
    /** The longest value shown in the text output. JSON contains the complete value. */
    private static final int LONG_VALUE = 96;

    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, of any kind.")
    private List<Path> files;

    @Option(names = "--json", description = "Print one JSON array with an object for each file.")
    private boolean json;

    @Override
    public Integer call() {
        List<RecognizedFile> recognized = new ArrayList<>();
        int status = ExitStatus.FINE;
        for (Path file : files) {
            try {
                recognized.add(FileRecognition.read(file));
            } catch (ProblemException failed) {
                spec.commandLine().getErr().println("error: " + failed.problem().toText());
                status = Math.max(status, ProblemReport.status(failed));
                recognized.add(FileRecognition.unreadable(file, failed.problem()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(recognized.stream().map(RecognizedJson::of).toList()));
        } else {
            recognized.stream()
                    .filter(file -> file.kind() != Kind.UNREADABLE)
                    .flatMap(file -> lines(file).stream())
                    .map(EscapedText::text)
                    .forEach(out::println);
        }
        return status;
    }

    private static List<String> lines(RecognizedFile file) {
        List<String> lines = new ArrayList<>();
        lines.add(file.name() + ": " + file.content().summary());
        lines.add("  kind       " + file.kind().toText());
        lines.add("  encoding   " + file.wrapping());
        lines.add("  size       " + Count.of(file.size(), "byte"));
        lines.add("  SHA-256    " + file.sha256());
        for (LabelledField field : file.fields()) {
            lines.add("  %s: %s".formatted(field.label(), shortened(field.value())));
        }
        for (EmbeddedBlob blob : file.contained()) {
            for (Defect defect : blob.recognized().defects()) {
                lines.add("  defect: in %s: %s".formatted(blob.place().element(), words(defect)));
            }
        }
        for (Defect defect : file.defects()) {
            lines.add("  defect: " + words(defect));
        }
        return lines;
    }

    private static String words(Defect defect) {
        return defect.fix().isEmpty() ? defect.what() : defect.what() + " " + defect.fix();
    }

    private static String shortened(String value) {
        return value.length() > LONG_VALUE ? value.substring(0, LONG_VALUE) + "…" : value;
    }
}
