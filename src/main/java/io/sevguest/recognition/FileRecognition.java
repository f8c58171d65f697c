package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.OtherContent;
import io.sevguest.recognition.content.RecognizedFile;
import java.nio.file.Path;
import java.util.List;

/** Reads a file and recognizes it. Does I/O: call it from a task. */
public final class FileRecognition {
    private FileRecognition() {}

    /**
     * Returns the recognized file; of kind {@link Kind#UNREADABLE}, with the reason, if it cannot
     * be read.
     */
    public static RecognizedFile of(Path file) {
        try {
            return read(file);
        } catch (ProblemException failed) {
            return unreadable(file, failed.problem());
        }
    }

    /**
     * Returns the recognized file.
     *
     * @throws ProblemException if it cannot be read, is a folder, or larger than any domain XML
     */
    public static RecognizedFile read(Path file) throws ProblemException {
        return Recognition.of(file.toString(), SizedFile.read(file, DomainText.MAX_BYTES));
    }

    /** Returns the result for a file that cannot be read, with the reason. */
    public static RecognizedFile unreadable(Path file, Problem reason) {
        return new RecognizedFile(
                file.toString(),
                List.of(),
                Bytes.of(new byte[0]),
                new OtherContent(Kind.UNREADABLE, "unreadable"),
                List.of(Defect.of(reason.what(), reason.fix())));
    }
}
