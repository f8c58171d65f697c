package io.sevguest.cli.platform;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.AttestationReport;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options for an attestation report and the certificates to check it with. Both may also be
 * given without an option; the report is then recognized by its size.
 */
final class ReportSources {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(
            arity = "0..*",
            paramLabel = "REPORT [FILE…]",
            description =
                    "The report, 208 bytes, as a file, hex or base64, and the certificate files"
                            + " that no option names.")
    private List<String> words = List.of();

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description = "The report, 208 bytes, as a file, hex or base64.")
    private Optional<String> report = Optional.empty();

    @Option(
            names = "--pek",
            paramLabel = "FILE",
            description = "The PEK alone, whose certificate chain is then not checked.")
    private Optional<Path> pek = Optional.empty();

    @Option(
            names = "--sev",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The platform's certificates, including the PEK.")
    private List<Path> platform = List.of();

    /**
     * The report and the files with certificates.
     *
     * @param certificates the certificate files of the platform
     */
    record Input(Bytes report, List<Path> certificates) {}

    /**
     * Reads the report, and separates it from the certificate files.
     *
     * @throws ProblemException if the report or all certificates are missing
     */
    Input read() throws ProblemException {
        List<String> rest = new ArrayList<>(words);
        Bytes found = readReport(report.isPresent() ? report.get() : takeReport(rest));
        if (pek.isPresent() && !(platform.isEmpty() && rest.isEmpty())) {
            throw refused(
                    "--pek cannot be combined with other certificates.",
                    "Remove the other certificates, or give them together with the PEK by --sev.");
        }
        List<Path> files = new ArrayList<>(platform);
        pek.ifPresent(files::add);
        rest.forEach(word -> files.add(Path.of(word)));
        if (files.isEmpty()) {
            throw refused(
                    "The platform's certificates are missing.",
                    "Give the platform's export with --sev FILE, or its PEK alone with --pek"
                            + " FILE.");
        }
        return new Input(found, files);
    }

    /** Removes and returns the word that is a report, or the first word if none is. */
    private static String takeReport(List<String> rest) throws ProblemException {
        if (rest.isEmpty()) {
            throw refused("The report is missing.", "Give the report as a file, hex or base64.");
        }
        for (String word : rest) {
            if (isReport(word)) {
                rest.remove(word);
                return word;
            }
        }
        return rest.remove(0);
    }

    private static boolean isReport(String word) {
        try {
            readReport(word);
            return true;
        } catch (ProblemException anotherWord) {
            return false;
        }
    }

    /**
     * Reads a report, which may also be inside the answer of QEMU's {@code
     * query-sev-attestation-report}.
     */
    private static Bytes readReport(String word) throws ProblemException {
        var argument = new BytesArgument("REPORT", AttestationReport.SIZE);
        Optional<Path> file = BytesArgument.file(word).filter(Files::isRegularFile);
        Optional<String> text =
                file.isPresent()
                        ? TextEncoding.text(SizedFile.read(file.get(), BytesArgument.LIMIT))
                        : Optional.of(word);
        return argument.read(text.flatMap(ReportSources::data).orElse(word));
    }

    /**
     * Returns the base64 of the report in an answer of QEMU, or in the value of the answer; empty
     * if the text is neither.
     */
    private static Optional<String> data(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode answer = JSON.readTree(text);
            return Stream.of(answer.path("return").path("data"), answer.path("data"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst();
        } catch (JacksonException notAnAnswer) {
            return Optional.empty();
        }
    }

    private static ProblemException refused(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
