package io.sevguest.cli;

import io.sevguest.domain.DomainFindings;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.recognition.BlobFindings;
import io.sevguest.recognition.SessionFindings;
import io.sevguest.recognition.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.state.SessionBook;
import io.sevguest.state.Xdg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is found about a document, its certificate and session included. */
final class GuestFindings {
    private GuestFindings() {}

    /**
     * The findings.
     *
     * @param file beside which notes of sessions may stand
     */
    static List<Finding> of(DomainXml domain, Path file) {
        List<Finding> findings = new ArrayList<>(DomainFindings.check(domain));
        findings.addAll(new BlobFindings().check(domain));
        Optional<LaunchSession> session = SessionFindings.session(domain);
        if (session.isPresent()) {
            var book = new SessionBook(Xdg.ofEnvironment().state());
            SessionKnowledge known =
                    book.knowledge(
                            session.get(),
                            Optional.of(file),
                            LaunchSecurityFields.POLICY.get().apply(domain).stream().toList());
            findings.addAll(SessionFindings.check(domain, known));
        }
        return List.copyOf(findings);
    }
}
