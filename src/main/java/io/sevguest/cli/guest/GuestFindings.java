package io.sevguest.cli.guest;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.readiness.GuestEvidence;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.state.Xdg;
import io.sevguest.state.session.SessionBook;
import java.nio.file.Path;
import java.util.Optional;

/** Collects the evidence for the findings of a guest file, including remembered sessions. */
final class GuestFindings {
    private GuestFindings() {}

    /**
     * Returns the evidence about a guest that is available without running QEMU.
     *
     * @param file the guest file; its folder is searched for session notes
     */
    static GuestEvidence evidence(DomainXml domain, Path file) {
        var book = new SessionBook(Xdg.ofEnvironment().state());
        SessionKnowledge known =
                SessionFindings.session(domain)
                        .map(
                                session ->
                                        book.knowledge(
                                                session,
                                                Optional.of(file),
                                                LaunchSecurityFields.POLICY
                                                        .get()
                                                        .apply(domain)
                                                        .stream()
                                                        .toList()))
                        .orElse(SessionKnowledge.NONE);
        return GuestEvidence.ofDocument(domain, known);
    }
}
