package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.diagnosis.Cause;
import io.sevguest.diagnosis.SecretMismatch;
import io.sevguest.file.FileSet;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.firmware.Guid;
import io.sevguest.measurement.secret.LaunchSecret;
import io.sevguest.measurement.secret.LaunchSecretHeader;
import io.sevguest.measurement.secret.SecretTable;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code secret open}, which checks a launch secret with the owner's keys and lists its
 * content.
 */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Check a header and payload with the owner's keys, and list the secrets in them.",
            "Only names and sizes are shown. To write a secret to a file, use --extract."
        })
public final class SecretOpenCommand implements Callable<Integer> {
    private static final int LIMIT = 4 * LaunchSecret.LIMIT;
    private static final Bytes NO_MEASURE = Bytes.of(new byte[0]);

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "HEADER",
            description = "The header: a file, hex or base64 of 52 bytes.")
    private String header;

    @Parameters(
            index = "1",
            paramLabel = "PAYLOAD",
            description = "The file with the payload, binary or base64.")
    private Path payload;

    @Option(
            names = {"--measurement", "-m", "--launch-measure-blob"},
            paramLabel = "MEASUREMENT",
            description =
                    "The measurement of the launch: a file, hex or base64 of 48 bytes. Not needed"
                            + " before firmware API 0.17.")
    private Optional<String> measurement = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin private KeyOptions keys;

    @ArgGroup(exclusive = false)
    private Extract extract;

    /** A secret and the file to which it is written. */
    static final class Extract {
        @Option(
                names = "--extract",
                required = true,
                paramLabel = "GUID",
                converter = NamedSecretConverter.GuidConverter.class,
                description =
                        "Write the secret with this GUID (or luks) to the file given with"
                                + " --output.")
        private Guid guid;

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "FILE",
                description = "The new file for the secret, created with mode 0600.")
        private Path file;
    }

    @Override
    public Integer call() throws ProblemException {
        try (KeyOptions.Keys own = keys.read()) {
            TransportKeys transport = own.both();
            Bytes measure = measure();
            List<LaunchSecret> readings = readings();
            Optional<LaunchSecret> authentic =
                    readings.stream()
                            .filter(secret -> secret.isAuthentic(transport, measure))
                            .findFirst();
            if (authentic.isEmpty()) {
                refuse(
                        readings.stream()
                                .map(secret -> new SecretMismatch(secret, transport, measure))
                                .flatMap(mismatch -> mismatch.causes().stream())
                                .toList());
                return ExitStatus.NO;
            }
            try (SecretBytes plain = authentic.get().open(transport, measure)) {
                list(plain);
            }
            return ExitStatus.FINE;
        }
    }

    private Bytes measure() throws ProblemException {
        if (measurement.isEmpty()) {
            return NO_MEASURE;
        }
        Bytes noNonce = Bytes.of(new byte[Measurement.NONCE]);
        return MeasurementArgument.read(measurement.get(), Optional.of(noNonce)).value().measure();
    }

    /**
     * Returns the possible readings of the payload: the bytes of the file, and the base64 in it.
     */
    private List<LaunchSecret> readings() throws ProblemException {
        Bytes bytes = new BytesArgument("HEADER", LaunchSecretHeader.SIZE).read(header);
        LaunchSecretHeader parsed = LaunchSecretHeader.parse("HEADER", bytes);
        Bytes content = SizedFile.read(payload, LIMIT);
        List<Bytes> readings = new ArrayList<>(List.of(content));
        TextEncoding.text(content).flatMap(TextEncoding::base64).ifPresent(readings::add);
        return readings.stream().map(reading -> new LaunchSecret(parsed, reading)).toList();
    }

    private void refuse(List<Cause> causes) {
        List<String> lines = new ArrayList<>();
        lines.add("NO: header, payload, keys and measurement do not match.");
        lines.addAll(MeasurementVerdict.lines(causes));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", false);
        json.put("causes", MeasurementVerdict.jsonOf(causes));
        print(String.join("\n", lines), json);
    }

    private void list(SecretBytes plain) throws ProblemException {
        String good = "OK: header, payload, keys and measurement match.";
        if (!SecretTable.isIn(plain)) {
            refuseToExtract();
            print(
                    good
                            + "\nbare     %s without a table, as sev-tool sends them"
                                    .formatted(Count.of(plain.size(), "byte")),
                    json(plain.size(), List.of()));
            return;
        }
        try (SecretTable table = SecretTable.parse(payload.toString(), plain)) {
            if (extract != null) {
                extract(table, extract);
            }
            print(
                    good + "\n" + String.join("\n", SecretReport.entries(table)),
                    json(plain.size(), SecretReport.jsonOf(table)));
        }
    }

    private static Map<String, Object> json(int size, List<Map<String, Object>> secrets) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", true);
        json.put("size", size);
        json.put("secrets", secrets);
        return json;
    }

    private void refuseToExtract() throws ProblemException {
        if (extract != null) {
            throw new ProblemException(
                    Problem.of("The payload contains no table, so no secret has a GUID.")
                            .withFix("Remove --extract."));
        }
    }

    private static void extract(SecretTable table, Extract wanted) throws ProblemException {
        SecretBytes data =
                table.entries().stream()
                        .filter(entry -> entry.guid().equals(wanted.guid))
                        .map(SecretTable.Entry::data)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                Problem.of(
                                                        "The payload contains no secret with the"
                                                                + " GUID "
                                                                + wanted.guid
                                                                + ".")));
        FileSet.write(List.of(new FileSet.Entry(wanted.file, data)), false);
    }

    private void print(String text, Map<String, Object> object) {
        spec.commandLine().getOut().println(json ? Json.text(object) : text);
    }
}
