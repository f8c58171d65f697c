package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Reads a file and recognises it. Does I/O: call it from a task. */
public final class FileRecognition {
    private FileRecognition() {}

    /** What the file is; of kind {@link Kind#UNREADABLE}, with the reason, if it cannot be read. */
    public static Recognized of(Path file) {
        String name = file.toString();
        try {
            return Recognition.of(name, SizedFile.read(file, DomainText.MAX_BYTES));
        } catch (ProblemException failed) {
            return new Recognized(
                    name,
                    List.of(),
                    Bytes.of(new byte[0]),
                    new OtherContent(Kind.UNREADABLE, "unreadable"),
                    List.of(Defect.of(failed.problem().what(), failed.problem().fix())));
        }
    }
}
