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
 * A domain together with the file from which it was read.
 *
 * @param bytes the bytes of the domain XML
 * @param bundled whether the file is a bundle of launch parameters, whose checksums have been
 *     verified
 */
public record DomainFile(Path path, Bytes bytes, DomainXml domain, boolean bundled) {
    /**
     * Reads a domain XML, or a bundle of launch parameters that contains one.
     *
     * @throws ProblemException if the file cannot be read or contains no domain
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

    /** Returns the bytes of an edited domain; the original bytes if nothing was edited. */
    public Bytes bytesOf(DomainXml edited) throws ProblemException {
        return edited.equals(domain) ? bytes : edited.toBytes();
    }

    /** Returns the file and line of an element; the file alone if the element does not exist. */
    public String place(String element) {
        return domain.at(element).map(at -> path + ":" + domain.line(at)).orElse(path.toString());
    }
}
