package io.sevguest.cli.platform;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the CA certificates of a platform and the trusted roots. */
public final class RootOptions {
    @Option(
            names = "--ca",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "The ASK and ARK certificates, if they are not AMD's or should be checked too.")
    private List<Path> authorities = List.of();

    @Option(
            names = "--trust-root",
            arity = "1..*",
            paramLabel = "FILE",
            description = "A root certificate (ARK) of your own to trust in addition to AMD's.")
    private List<Path> ownRoots = List.of();

    /** Returns the files with the ASK and ARK. */
    public List<Path> authorities() {
        return authorities;
    }

    /** Returns whether both options are absent. */
    boolean isEmpty() {
        return authorities.isEmpty() && ownRoots.isEmpty();
    }

    /**
     * Returns AMD's roots and those of the user.
     *
     * @throws ProblemException if a file cannot be read or contains no usable ARK
     */
    public TrustedRoots trusted() throws ProblemException {
        TrustedRoots roots = TrustedRoots.ofAmd();
        for (Path file : ownRoots) {
            roots = roots.withOwn(root(file));
        }
        return roots;
    }

    private static CaCertificate root(Path file) throws ProblemException {
        Optional<CaCertificate> ark = PlatformFiles.read(List.of(file)).certificates().ark();
        if (ark.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "The file contains no root certificate (ARK).",
                            file.toString(),
                            "Give the file with the root certificate that you trust."));
        }
        return ark.get();
    }
}
