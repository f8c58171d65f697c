package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.ProblemException;

/**
 * Any bytes as a domain file: rejected with a problem or written back the same, also after an edit
 * that is undone.
 */
final class DomainXmlFuzz {
    private DomainXmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Bytes data = Bytes.of(input);
        try {
            DomainText read = DomainText.read("fuzz", data);
            if (!read.toBytes().equals(data)) {
                throw new AssertionError("the bytes changed without an edit");
            }
            if (read instanceof DomainXml domain) {
                edit(domain);
            }
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }

    private static void edit(DomainXml domain) throws ProblemException {
        DomainXml edited = LaunchSecurityFields.DH_CERT.with().apply(domain, "AAAA");
        var delta = DomainText.DIFFER.between(domain, edited);
        if (!delta.undo(edited).equals(domain) || !delta.redo(domain).equals(edited)) {
            throw new AssertionError("undo and redo do not go back and forth");
        }
        edited.toBytes();
    }
}
