package io.sevguest.domain;

import io.sevguest.bytes.Bytes;
import io.sevguest.document.Delta;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;

/**
 * The text of a domain file: one that can be read as a domain, or one that has to be repaired
 * first.
 */
public sealed interface DomainText permits DomainXml, BrokenXml {
    /** Finds the splices between two texts, for a document's undo. */
    Delta.Differ<DomainText> DIFFER = TextDelta::between;

    /** 64 MiB, the largest file that is read. */
    int MAX_BYTES = 64 * 1024 * 1024;

    /** The characters, without a byte order mark. */
    String text();

    XmlEncoding encoding();

    /**
     * The bytes of the file.
     *
     * @throws ProblemException if a character can neither stand in the encoding nor be a reference
     */
    default Bytes toBytes() throws ProblemException {
        return encoding().encode(text());
    }

    /** Reads a text in whatever state it is; this is what an editor uses. */
    static DomainText ofText(String text, XmlEncoding encoding) {
        XmlEncoding now = encoding.following(text);
        XmlIndex.Outcome outcome = XmlIndex.read(text);
        if (outcome instanceof XmlIndex.Outcome.Tree tree) {
            return DomainXml.ofTree(text, now, tree);
        }
        return new BrokenXml(text, now, ((XmlIndex.Outcome.Fault) outcome).fault());
    }

    /**
     * Reads a file; a malformed one comes back as {@link BrokenXml}.
     *
     * @param source the file's name, for messages
     * @throws ProblemException if it is too large, has bytes its encoding does not allow, a
     *     DOCTYPE, XInclude, or too many levels
     */
    static DomainText read(String source, Bytes data) throws ProblemException {
        if (data.size() > MAX_BYTES) {
            throw new ProblemException(
                    new Problem(
                            "The file has %,d bytes; 64 MiB (%,d bytes) is the limit."
                                    .formatted(data.size(), MAX_BYTES),
                            source,
                            "Check that this is the file you mean: a domain XML is a few KiB."));
        }
        XmlEncoding encoding = XmlEncoding.detect(source, data);
        DomainText read = ofText(encoding.decodeLossless(source, data), encoding);
        if (read instanceof BrokenXml broken && broken.fault().refused()) {
            throw new ProblemException(broken.fault().in(source));
        }
        return read;
    }
}
