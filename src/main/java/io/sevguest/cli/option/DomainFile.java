package io.sevguest.cli.option;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.DomainFileGuard;
import io.sevguest.recognition.bundle.LaunchBundle;
import java.nio.file.Path;

/**
 * A domain as it was read from a file.
 *
 * @param bytes of the domain
 * @param bundled whether it came out of launch parameters, whose sums were right
 */
public record DomainFile(Path path, Bytes bytes, DomainXml domain, boolean bundled) {
    /**
     * Reads a domain XML, or launch parameters with one in them.
     *
     * @throws ProblemException if it cannot be read or is no domain
     */
    public static DomainFile read(Path path) throws ProblemException {
        Bytes bytes = SizedFile.read(path, DomainText.MAX_BYTES);
        if (LaunchBundle.isZip(bytes)) {
            var bundle = LaunchBundle.parse(path.toString(), bytes);
            return new DomainFile(path, bundle.xml(), bundle.domain(path.toString()), true);
        }
        DomainFileGuard.refuse(path.toString(), bytes);
        return new DomainFile(path, bytes, DomainXml.parse(path.toString(), bytes), false);
    }

    /** The bytes of an edited domain; those of the file where nothing was edited. */
    public Bytes bytesOf(DomainXml edited) throws ProblemException {
        return edited.equals(domain) ? bytes : edited.toBytes();
    }

    /** The file and the line of an element; the file alone where there is no such element. */
    public String place(String element) {
        return domain.at(element).map(at -> path + ":" + domain.line(at)).orElse(path.toString());
    }
}
