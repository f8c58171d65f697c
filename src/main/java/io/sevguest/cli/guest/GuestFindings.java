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

/** Gathers what a guest's file is judged by, the remembered sessions included. */
final class GuestFindings {
    private GuestFindings() {}

    /**
     * Returns what is known of a guest before any QEMU is asked.
     *
     * @param file beside which notes of sessions may stand
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
