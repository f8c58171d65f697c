package io.sevguest.domain;

import io.sevguest.bytes.Bytes;
import io.sevguest.document.Delta;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;

/** The text of a domain file, which either is a valid domain or must be repaired first. */
public sealed interface DomainText permits DomainXml, BrokenXml {
    /** The computation of the splices between two texts, for undo. */
    Delta.Differ<DomainText> DIFFER = TextDelta::between;

    /** The largest file that is read, 64 MiB. */
    int MAX_BYTES = 64 * 1024 * 1024;

    /** Returns the characters without the byte order mark. */
    String text();

    XmlEncoding encoding();

    /**
     * Returns the bytes of the file.
     *
     * @throws ProblemException if a character can be neither encoded nor written as a character
     *     reference
     */
    default Bytes toBytes() throws ProblemException {
        return encoding().encode(text());
    }

    /** Reads a text, well-formed or not, for an editor. */
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
