package io.sevguest.recognition.session;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.Fix;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.xml.Element;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Severity;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.content.SessionContent;
import io.sevguest.session.LaunchSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether the session of a domain fits its policy, and whether it is fresh. Pure. */
public final class SessionFindings {
    /** The finding that a session was made for another policy. */
    public static final String OTHER_POLICY = "session-other-policy";

    private static final FindingTable TABLE = FindingTable.beside(SessionFindings.class);

    private final DomainXml domain;
    private final Element element;
    private final List<Finding> findings = new ArrayList<>();

    private SessionFindings(DomainXml domain, Element element) {
        this.domain = domain;
        this.element = element;
    }

    /** Returns the session blob in a domain, if there is one. */
    public static Optional<LaunchSession> session(DomainXml domain) {
        if (LaunchSecurity.of(domain) instanceof LaunchSecurity.Sev sev
                && !sev.session().isEmpty()
                && Recognition.ofBase64("the domain", sev.session()).content()
                        instanceof SessionContent found) {
            return Optional.of(found.session());
        }
        return Optional.empty();
    }

    /**
     * Returns the findings about the session in a domain; none if it has no session.
     *
     * @param known what is known of the session; knowledge of another session is ignored
     */
    public static List<Finding> check(DomainXml domain, SessionKnowledge known) {
        Optional<LaunchSession> session = session(domain);
        if (session.isEmpty()) {
            return List.of();
        }
        Element element = domain.at("launchSecurity/session").orElseThrow();
        var check = new SessionFindings(domain, element);
        if (known.blob().equals(session.get().toBytes().sha256())) {
            check.policy(known);
            check.launched(known);
        }
        check.restart();
        return List.copyOf(check.findings);
    }

    private void policy(SessionKnowledge known) {
        Optional<SevPolicy> written = LaunchSecurityFields.POLICY.get().apply(domain);
        Optional<SevPolicy> made = known.policy();
        if (made.isEmpty() || written.isEmpty() || made.equals(written)) {
            return;
        }
        String policy = made.get().toHex();
        boolean proved = known.proved().isPresent();
        add(
                TABLE.finding(
                                OTHER_POLICY,
                                policy,
                                proved
                                        ? "POLICY_MAC was checked with the TIK."
                                        : "The note beside the session says so.")
                        .as(proved ? Severity.ERROR : Severity.WARNING)
                        .about(LaunchSecurityFields.POLICY.id())
                        .fixedBy(
                                new Fix(
                                        "Use " + policy,
                                        text ->
                                                LaunchSecurityFields.POLICY
                                                        .with()
                                                        .apply(text, made))));
    }

    private void launched(SessionKnowledge known) {
        known.launched()
                .ifPresent(
                        time ->
                                add(
                                        TABLE.finding("session-launched-before", time)
                                                .about(LaunchSecurityFields.SESSION.id())));
    }

    /** libvirt restarts a guest that sets nothing; only a restart that was chosen is a warning. */
    private void restart() {
        String written = domain.textAt("on_reboot");
        if (written.isEmpty() || written.equals("restart")) {
            boolean unset = written.isEmpty();
            add(
                    TABLE.finding(
                                    "session-on-reboot-restart",
                                    unset
                                            ? "on_reboot is not set, which means restart"
                                            : "on_reboot is restart")
                            .as(unset ? Severity.INFO : Severity.WARNING)
                            .about(LaunchSecurityFields.SESSION.id())
                            .fixedBy(
                                    new Fix(
                                            "Set on_reboot to destroy",
                                            text -> text.withTextAt("on_reboot", "destroy"))));
        }
    }

    private void add(Finding finding) {
        findings.add(finding.at(domain, element));
    }
}
