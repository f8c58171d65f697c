package io.sevguest.cli;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.TextPosition;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;

/** A domain as it was read from a file. */
record DomainFile(Path path, Bytes bytes, DomainXml domain) {
    /**
     * Reads a file.
     *
     * @throws ProblemException if it cannot be read or is no domain
     */
    static DomainFile read(Path path) throws ProblemException {
        Bytes bytes = SizedFile.read(path, DomainText.MAX_BYTES);
        return new DomainFile(path, bytes, DomainXml.parse(path.toString(), bytes));
    }

    /** The bytes of an edited domain; those of the file where nothing was edited. */
    Bytes bytesOf(DomainXml edited) throws ProblemException {
        return edited.equals(domain) ? bytes : edited.toBytes();
    }

    /** The file and the line of an element; the file alone where there is no such element. */
    String place(String element) {
        return domain.at(element)
                .map(at -> path + ":" + TextPosition.of(domain.text(), at.start()).line())
                .orElse(path.toString());
    }
}
