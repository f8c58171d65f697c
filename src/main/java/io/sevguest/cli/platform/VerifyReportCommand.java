package io.sevguest.cli.platform;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.cli.option.SevPolicyConverter;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.measurement.AttestationReport;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code verify-report}, which checks an SEV attestation report against a platform's
 * PEK.
 */
@Command(
        name = "verify-report",
        mixinStandardHelpOptions = true,
        description = {
            "Check an SEV attestation report (208 bytes) against a platform's PEK.",
            "If the platform's other certificates are given too, its certificate chain is checked."
        })
public final class VerifyReportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ReportSources sources;

    @Mixin private RootOptions above;

    @Option(
            names = "--launch-digest",
            paramLabel = "DIGEST",
            description = "The expected launch digest: a file, hex or base64 of 32 bytes.")
    private Optional<String> launchDigest = Optional.empty();

    @Option(
            names = "--nonce",
            paramLabel = "NONCE",
            description = "The nonce of the report request: a file, hex or base64 of 16 bytes.")
    private Optional<String> nonce = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            converter = SevPolicyConverter.class,
            description = "The expected policy of the guest, in decimal or in hexadecimal with 0x.")
    private Optional<SevPolicy> policy = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        ReportSources.Input read = sources.read();
        List<Path> files = new ArrayList<>(read.certificates());
        files.addAll(above.authorities());
        PlatformCertificates platform = PlatformFiles.read(files).certificates();
        boolean pekAlone = PlatformFiles.read(read.certificates()).certificates().all().size() == 1;
        if (pekAlone && !above.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                                    "--ca and --trust-root have no effect, because a PEK alone has"
                                            + " no chain to check.")
                            .withFix("Give the platform's other certificates too, with --sev."));
        }
        AttestationReport report = AttestationReport.parse("the report", read.report());
        Optional<ChainVerdict> chain =
                pekAlone
                        ? Optional.empty()
                        : Optional.of(ChainVerdict.of(platform, above.trusted()));
        var verdict = new ReportVerdict(report, report.fault(pek(platform)), chain, expected());
        spec.commandLine().getOut().println(json ? Json.text(verdict.json()) : verdict.text());
        return verdict.valid() ? ExitStatus.FINE : ExitStatus.NO;
    }

    private static SevCertificate pek(PlatformCertificates platform) throws ProblemException {
        return platform.pek()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.of("The given files contain no PEK.")
                                                .withFix(
                                                        "Give the platform's export, or its PEK"
                                                                + " alone with --pek.")));
    }

    private ReportVerdict.Expected expected() throws ProblemException {
        return new ReportVerdict.Expected(
                read("--nonce", AttestationReport.NONCE, nonce),
                read("--launch-digest", AttestationReport.DIGEST, launchDigest),
                policy);
    }

    private static Optional<Bytes> read(String name, int size, Optional<String> value)
            throws ProblemException {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new BytesArgument(name, size).read(value.get()));
    }
}
