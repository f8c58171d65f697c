package io.sevguest.cli;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.ChainVerdict;
import io.sevguest.certificate.PlatformCertificates;
import io.sevguest.certificate.SevCertificate;
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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-report}: whether a platform's PEK signed an SEV attestation report. */
@Command(
        name = "verify-report",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an SEV attestation report (208 bytes) against a platform's PEK.",
            "With --sev the platform's chain is checked too."
        })
final class VerifyReportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "REPORT", description = "The report: a file, hex or base64.")
    private String report;

    @ArgGroup(multiplicity = "1")
    private Signer signer;

    /** Whose key has to have signed. */
    static final class Signer {
        @Option(
                names = "--pek",
                paramLabel = "FILE",
                description = "The PEK alone; whose it is, is not checked.")
        private Path pek;

        @Option(
                names = "--sev",
                arity = "1..*",
                paramLabel = "FILE",
                description = "The platform's certificates, the PEK among them.")
        private List<Path> platform;
    }

    @Option(names = "--ca", arity = "1..*", paramLabel = "FILE", description = "As in verify.")
    private List<Path> authorities = List.of();

    @Option(
            names = "--trust-root",
            arity = "1..*",
            paramLabel = "FILE",
            description = "As in verify.")
    private List<Path> ownRoots = List.of();

    @Option(
            names = "--launch-digest",
            paramLabel = "DIGEST",
            description = "What the guest has to have started with, 32 bytes.")
    private Optional<String> launchDigest = Optional.empty();

    @Option(
            names = "--nonce",
            paramLabel = "NONCE",
            description = "What the report was asked with, 16 bytes.")
    private Optional<String> nonce = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            converter = SevPolicyConverter.class,
            description = "The guest's policy: hexadecimal with 0x, decimal without.")
    private Optional<SevPolicy> policy = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        if (signer.platform == null && !(authorities.isEmpty() && ownRoots.isEmpty())) {
            throw new ProblemException(
                    Problem.of(
                                    "With --pek no chain is checked, so --ca and --trust-root say nothing.")
                            .withFix("Give the platform's certificates with --sev."));
        }
        Bytes bytes = new BytesArgument("REPORT", AttestationReport.SIZE).read(report);
        AttestationReport read = AttestationReport.parse("the report", bytes);
        PlatformCertificates platform = platform();
        Optional<ChainVerdict> chain =
                signer.platform == null
                        ? Optional.empty()
                        : Optional.of(ChainVerdict.of(platform, OwnRoots.withAmds(ownRoots)));
        var verdict = new ReportVerdict(read, read.fault(pek(platform)), chain, expected());
        spec.commandLine().getOut().println(json ? Json.text(verdict.json()) : verdict.text());
        return verdict.valid() ? ExitStatus.FINE : ExitStatus.NO;
    }

    private PlatformCertificates platform() throws ProblemException {
        List<Path> files =
                new ArrayList<>(signer.platform == null ? List.of(signer.pek) : signer.platform);
        files.addAll(authorities);
        return PlatformFiles.read(files).certificates();
    }

    private static SevCertificate pek(PlatformCertificates platform) throws ProblemException {
        return platform.pek()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.of("There is no PEK in what was given.")
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
