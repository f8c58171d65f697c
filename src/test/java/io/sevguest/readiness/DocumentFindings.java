package io.sevguest.readiness;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import java.util.ArrayList;
import java.util.List;

/** The findings of the rules about a document alone. */
public final class DocumentFindings {
    private DocumentFindings() {}

    /** Returns the findings about the definition, then those about the launch security. */
    public static List<Finding> of(DomainXml domain) {
        List<Finding> findings = new ArrayList<>(DomainFindings.ofDefinition(domain));
        findings.addAll(DomainFindings.ofLaunchSecurity(domain));
        return List.copyOf(findings);
    }
}
