package io.sevguest.cli;

import io.sevguest.domain.DomainFindings;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.recognition.BlobFindings;
import java.util.ArrayList;
import java.util.List;

/** All that is found about a document alone, its certificate and session included. */
final class GuestFindings {
    private GuestFindings() {}

    static List<Finding> of(DomainXml domain) {
        List<Finding> findings = new ArrayList<>(DomainFindings.check(domain));
        findings.addAll(new BlobFindings().check(domain));
        return List.copyOf(findings);
    }
}
