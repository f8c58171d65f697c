package io.sevguest.ui.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.DomainFileGuard;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.ui.guest.GuestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes the files of guests; called from tasks. */
public final class GuestStore {
    private GuestStore() {}

    /**
     * A guest that was read.
     *
     * @param file to which it is saved; empty for a guest from launch parameters, which are never
     *     changed
     */
    public record OpenResult(DomainText text, Optional<GuestFile> file) {}

    /** The outcome of saving. */
    sealed interface SaveResult {}

    /** The text was written to the file. */
    record Success(DomainText text, GuestFile file) implements SaveResult {}

    /** The file was changed by another program since it was read; nothing was written. */
    record Conflict(Path path, DomainText theirs) implements SaveResult {}

    /**
     * Reads a guest, also from launch parameters, whose checksums are verified.
     *
     * @throws ProblemException if it cannot be read or is refused
     */
    public static OpenResult open(Path path) throws ProblemException {
        Bytes content = SizedFile.read(path, DomainText.MAX_BYTES);
        String name = path.getFileName().toString();
        if (LaunchBundle.isZip(content)) {
            return new OpenResult(LaunchBundle.parse(name, content).domain(name), Optional.empty());
        }
        DomainFileGuard.refuse(name, content);
        DomainText text = DomainText.read(name, content);
        return new OpenResult(
                text, Optional.of(GuestFile.of(path.toAbsolutePath().normalize(), content)));
    }

    /**
     * Writes a guest into its own file, unless another program has changed it.
     *
     * @throws ProblemException if it cannot be written; the file is then unchanged
     */
    static SaveResult save(DomainText text, GuestFile file) throws ProblemException {
        Path path = file.path();
        if (Files.exists(path)) {
            Bytes now = SizedFile.read(path, DomainText.MAX_BYTES);
            if (!now.sha256().equals(file.sha256())) {
                return new Conflict(path, DomainText.read(file.name(), now));
            }
        }
        return write(text, path);
    }

    /**
     * Writes a guest, whatever the file contains.
     *
     * @throws ProblemException if it cannot be written; the file is then unchanged
     */
    static Success write(DomainText text, Path path) throws ProblemException {
        Bytes content = text.toBytes();
        AtomicFile.write(path, content);
        return new Success(text, GuestFile.of(path.toAbsolutePath().normalize(), content));
    }
}
