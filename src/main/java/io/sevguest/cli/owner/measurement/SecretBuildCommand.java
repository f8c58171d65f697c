package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.cli.option.EnumConverter;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.measurement.secret.LaunchSecret;
import io.sevguest.measurement.secret.NamedSecret;
import io.sevguest.measurement.secret.SecretPadding;
import io.sevguest.measurement.secret.SecretSealer;
import io.sevguest.measurement.secret.SecretTable;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code secret build}, which encrypts secrets for a guest whose measurement matches.
 */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Encrypt secrets for one launched guest: a header and a payload for virsh or QMP.",
            "The measurement is checked first, with the same options as in measurement verify."
        })
public final class SecretBuildCommand implements Callable<Integer> {
    private final SecretSealer sealing;

    @Spec private CommandSpec spec;

    @Option(
            names = {"--secret", "--inject-secret", "-s"},
            required = true,
            paramLabel = "GUID:FILE",
            converter = NamedSecretConverter.class,
            description =
                    "A secret and its GUID, or luks:FILE for the key of a disk. Repeat the option"
                            + " for more secrets.")
    private List<NamedSecret> secrets;

    @Option(
            names = "--padding",
            paramLabel = "KIND",
            defaultValue = "sevctl",
            converter = PaddingConverter.class,
            completionCandidates = PaddingConverter.class,
            description =
                    "The zeros after the table: as sevctl (0 to 15) or libvirt (1 to 16) adds them"
                            + " (default: ${DEFAULT-VALUE}).")
    private SecretPadding padding;

    @Option(
            names = "--iv",
            hidden = true,
            paramLabel = "IV",
            description =
                    "Use this IV, 16 bytes, to compare the result with that of another program.")
    private Optional<String> iv = Optional.empty();

    @Option(names = "--unverified", description = "Do not check the measurement.")
    private boolean unverified;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin private MeasurementCheck check;

    @Mixin private KeyOptions keys;

    @Mixin private SecretOutput output;

    SecretBuildCommand() {
        this(new SecretSealer(new SecureRandom()));
    }

    SecretBuildCommand(SecretSealer sealing) {
        this.sealing = sealing;
    }

    @Override
    public Integer call() throws ProblemException {
        SecretOutput.Files files = output.files();
        try (KeyOptions.Keys own = keys.read();
                SecretTable table = NamedSecret.read(secrets)) {
            TransportKeys transport = own.both();
            Optional<MeasurementVerdict> verdict =
                    unverified ? Optional.empty() : Optional.of(verdict(own));
            var report = new SecretReport(verdict, files, table);
            if (verdict.isPresent() && !verdict.get().matches()) {
                print(report);
                return ExitStatus.NO;
            }
            Bytes binding = check.binding();
            LaunchSecret secret = chosenSealing().seal(table, padding, transport, binding);
            if (verdict.isPresent()) {
                check.lacking(true).forEach(this::warn);
            }
            output.write(files, secret);
            print(report);
            return ExitStatus.FINE;
        }
    }

    private SecretSealer chosenSealing() throws ProblemException {
        return iv.isEmpty()
                ? sealing
                : SecretSealer.ofIv(new BytesArgument("--iv", SecretSealer.IV_SIZE).read(iv.get()));
    }

    private void print(SecretReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.text(report.json()) : report.text());
        if (unverified) {
            warn(
                    "The measurement was not checked. Whoever started the guest may be able to read"
                            + " the secret.");
        }
        if (iv.isPresent()) {
            warn(
                    "The IV was given. Anyone who has two secrets encrypted with the same TEK and"
                            + " IV can read both.");
        }
    }

    private void warn(String text) {
        spec.commandLine().getErr().println("warning: " + text);
    }

    private MeasurementVerdict verdict(KeyOptions.Keys own) throws ProblemException {
        try {
            return check.verdict(own);
        } catch (ProblemException incomplete) {
            Problem problem = incomplete.problem();
            throw new ProblemException(
                    problem.withFix(
                            (problem.fix()
                                            + " A secret is only created if the measurement"
                                            + " matches, or with --unverified.")
                                    .strip()),
                    incomplete.getCause());
        }
    }

    /** Reads the value of {@code --padding}. */
    static final class PaddingConverter extends EnumConverter<SecretPadding> {
        PaddingConverter() {
            super(SecretPadding.class);
        }
    }
}
