package io.sevguest.recognition.session;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingAt;
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

/** Whether the session in a domain fits its policy, and whether it is fresh. Pure. */
public final class SessionFindings {
    /** The finding that a session was made for another policy. */
    public static final String OTHER_POLICY = "session-other-policy";

    private final DomainXml domain;
    private final Element element;
    private final List<Finding> findings = new ArrayList<>();

    private SessionFindings(DomainXml domain, Element element) {
        this.domain = domain;
        this.element = element;
    }

    /** The session blob that stands in a domain, if one does. */
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
     * The findings about a domain's session; none where there is none.
     *
     * @param known of the session in it; knowledge of another one counts for nothing
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
        String how =
                known.proved().isPresent()
                        ? "POLICY_MAC was checked with the TIK."
                        : "Its note says so.";
        add(
                OTHER_POLICY,
                known.proved().isPresent() ? Severity.ERROR : Severity.WARNING,
                LaunchSecurityFields.POLICY.id(),
                "Session was made for policy " + policy + ".",
                how
                        + " The firmware refuses it with another policy: use "
                        + policy
                        + ", or make a new session.",
                Optional.of(
                        new Fix(
                                "Use " + policy,
                                text -> LaunchSecurityFields.POLICY.with().apply(text, made))));
    }

    private void launched(SessionKnowledge known) {
        known.launched()
                .ifPresent(
                        time ->
                                add(
                                        "session-launched-before",
                                        Severity.WARNING,
                                        LaunchSecurityFields.SESSION.id(),
                                        "This session was launched before, at " + time + ".",
                                        "Make a new session for each start: with one that was used"
                                                + " a host can start the guest again without its"
                                                + " owner.",
                                        Optional.empty()));
    }

    /** libvirt restarts a guest of which nothing is said; a warning is only what was chosen. */
    private void restart() {
        String written = domain.textAt("on_reboot");
        if (written.isEmpty() || written.equals("restart")) {
            add(
                    "session-on-reboot-restart",
                    written.isEmpty() ? Severity.INFO : Severity.WARNING,
                    LaunchSecurityFields.SESSION.id(),
                    "When the guest reboots, the host starts it again with the same session"
                            + (written.isEmpty()
                                    ? " (on_reboot is not said, which is restart)"
                                    : " (on_reboot is restart)")
                            + ", and nobody checks its measurement again.",
                    "Let a reboot end the guest, and start it with a new session.",
                    Optional.of(
                            new Fix(
                                    "Write on_reboot destroy",
                                    text -> text.withTextAt("on_reboot", "destroy"))));
        }
    }

    private void add(
            String id,
            Severity severity,
            String where,
            String message,
            String fix,
            Optional<Fix> action) {
        findings.add(
                new FindingAt(domain, element).finding(id, severity, where, message, fix, action));
    }
}
