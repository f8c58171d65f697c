package io.sevguest.cli.guest;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.FileRecognition;
import io.sevguest.recognition.blob.BlobImport;
import io.sevguest.recognition.blob.ImportVerdict;
import io.sevguest.recognition.content.BlobTarget;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Reads the certificate and session files named on the command line.
 *
 * @param asIs whether a file of the wrong kind is accepted
 * @param warnings receives the warnings about accepted files
 */
record BlobFiles(boolean asIs, PrintWriter warnings) {
    /**
     * Returns the content of a file as the text of its XML element: one line of base64.
     *
     * @throws ProblemException if the file is refused, empty or unreadable
     */
    String base64(BlobTarget target, Path file) throws ProblemException {
        ImportVerdict verdict = BlobImport.judge(target, FileRecognition.read(file));
        var problem = new Problem(verdict.message(), file.toString(), verdict.fix());
        if (!verdict.isAllowed(asIs)) {
            throw new ProblemException(
                    verdict.outcome() == ImportVerdict.Outcome.OTHER_KIND
                            ? problem.withFix(insisting(verdict.fix()))
                            : problem);
        }
        if (verdict.outcome() != ImportVerdict.Outcome.FITS) {
            warnings.println("warning: " + problem.toText());
        }
        return verdict.value();
    }

    private static String insisting(String fix) {
        return (fix + " To use it anyway, add --as-is.").strip();
    }
}
