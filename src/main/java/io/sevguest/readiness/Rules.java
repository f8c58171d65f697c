package io.sevguest.readiness;

import static io.sevguest.readiness.RuleSubject.ATTESTATION;
import static io.sevguest.readiness.RuleSubject.COMMAND;
import static io.sevguest.readiness.RuleSubject.DEFINITION;
import static io.sevguest.readiness.RuleSubject.POLICY;

import io.sevguest.recognition.session.SessionFindings;
import java.util.List;

/** The table of all rules, in the order in which their findings are shown. */
final class Rules {
    /** A rule is added as a row of its own; the rules of a larger subject get a table like this. */
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            DEFINITION,
                            "Does libvirt accept the name, the UUID and the processors?",
                            guest -> DomainFindings.ofDefinition(guest.domain())),
                    new Rule(
                            POLICY,
                            "Do libvirt, QEMU and the firmware accept the launch security?",
                            guest -> DomainFindings.ofLaunchSecurity(guest.domain())),
                    new Rule(
                            ATTESTATION,
                            "Do certificate and session fit their elements?",
                            guest -> guest.recognizer().check(guest.domain())),
                    new Rule(
                            ATTESTATION,
                            "Was the session made for this policy, and is it fresh?",
                            guest -> SessionFindings.check(guest.domain(), guest.session())),
                    new Rule(
                            COMMAND,
                            "Can QEMU start the guest as the document describes it?",
                            CommandCheck::findings));

    private Rules() {}
}
