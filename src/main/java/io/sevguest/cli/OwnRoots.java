package io.sevguest.cli;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.TrustedRoots;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The roots that {@code --trust-root} names. */
final class OwnRoots {
    private OwnRoots() {}

    /**
     * AMD's roots and those in files.
     *
     * @throws ProblemException if a file cannot be read or holds no usable ARK
     */
    static TrustedRoots withAmds(List<Path> files) throws ProblemException {
        TrustedRoots roots = TrustedRoots.ofAmd();
        for (Path file : files) {
            roots = roots.withOwn(root(file));
        }
        return roots;
    }

    private static CaCertificate root(Path file) throws ProblemException {
        Optional<CaCertificate> ark = PlatformFiles.read(List.of(file)).certificates().ark();
        if (ark.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "There is no root certificate (ARK) in it.",
                            file.toString(),
                            "Name the file of the root that you trust."));
        }
        return ark.get();
    }
}
