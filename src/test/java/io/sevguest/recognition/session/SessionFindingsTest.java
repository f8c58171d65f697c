package io.sevguest.recognition.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleEcKey;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.problem.Severity;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.SampleSession;
import io.sevguest.session.SessionNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionFindingsTest {
    private static final SessionKnowledge.Keys NO_KEYS = SessionKnowledge.Keys.NONE;
    private static final LaunchSession SESSION =
            SampleSession.of(new SampleEcKey("owner"), new SampleEcKey("platform"), 1, "word");
    private static final Bytes BLOB = SESSION.toBytes().sha256();
    private static final SevPolicy ONE = new SevPolicy(1);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static final String DESTROY = "<on_reboot>destroy</on_reboot>";

    private static DomainXml domain(String policy, String more) throws ProblemException {
        String xml =
                "<domain type='kvm'><name>g</name>%s<launchSecurity type='sev'><policy>%s</policy>"
                                .formatted(more, policy)
                        + "<session>%s</session></launchSecurity></domain>"
                                .formatted(SESSION.toBytes().toBase64());
        return DomainXml.parse("g", Bytes.of(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static SessionKnowledge note(int policy) {
        var note =
                new SessionNote(
                        "vm",
                        "host",
                        NOON,
                        new SevPolicy(policy),
                        BLOB,
                        Optional.empty(),
                        BLOB,
                        BLOB);
        return new SessionKnowledge(
                BLOB, Optional.of(note), Optional.empty(), Optional.empty(), NO_KEYS);
    }

    @Test
    void saysForWhichPolicyTheSessionWasMadeAndOffersIt() throws Exception {
        DomainXml changed = domain("0x0003", DESTROY);
        List<Finding> findings = SessionFindings.check(changed, note(1));
        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.message()).isEqualTo("The session was made for policy 0x0001.");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.where()).isEqualTo(LaunchSecurityFields.POLICY.id());
        assertThat(finding.action().orElseThrow().label()).isEqualTo("Use 0x0001");
        DomainXml mended = finding.action().orElseThrow().edit().apply(changed);
        assertThat(LaunchSecurityFields.POLICY.get().apply(mended)).contains(ONE);
        assertThat(SessionFindings.check(mended, note(1))).isEmpty();
    }

    @Test
    void whatTheTikProvesIsAnErrorAndGoesBeforeTheNote() throws Exception {
        var proved =
                new SessionKnowledge(
                        BLOB, note(3).note(), Optional.of(ONE), Optional.empty(), NO_KEYS);
        assertThat(SessionFindings.check(domain("0x0001", DESTROY), proved)).isEmpty();
        assertThat(SessionFindings.check(domain("0x0003", DESTROY), proved))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void saysNothingWhereNothingIsKnown() throws Exception {
        DomainXml domain = domain("0x0003", DESTROY);
        assertThat(SessionFindings.check(domain, SessionKnowledge.NONE)).isEmpty();
        assertThat(SessionFindings.check(domain, SessionKnowledge.of(BLOB))).isEmpty();
        var other =
                new SessionKnowledge(
                        ofOther(), note(1).note(), Optional.empty(), Optional.empty(), NO_KEYS);
        assertThat(SessionFindings.check(domain, other)).isEmpty();
    }

    private static Bytes ofOther() {
        return Bytes.of(new byte[32]);
    }

    @Test
    void warnsOfASessionThatWasLaunchedBefore() throws Exception {
        var launched =
                new SessionKnowledge(
                        BLOB, Optional.empty(), Optional.empty(), Optional.of(NOON), NO_KEYS);
        assertThat(SessionFindings.check(domain("0x0001", DESTROY), launched))
                .extracting(Finding::message)
                .containsExactly(
                        "This session was already used for a launch, at 2026-01-02T12:00:00Z.");
    }

    @Test
    void warnsOfAGuestThatIsStartedAgainByItself() throws Exception {
        DomainXml domain = domain("0x0001", "<on_reboot>restart</on_reboot>");
        List<Finding> findings = SessionFindings.check(domain, SessionKnowledge.NONE);
        assertThat(findings).extracting(Finding::id).containsExactly("session-on-reboot-restart");
        DomainXml mended = findings.get(0).action().orElseThrow().edit().apply(domain);
        assertThat(SessionFindings.check(mended, SessionKnowledge.NONE)).isEmpty();
    }

    @Test
    void whatIsNotSaidOfRebootsIsARestartToLibvirt() throws Exception {
        DomainXml domain = domain("0x0001", "");
        List<Finding> findings = SessionFindings.check(domain, SessionKnowledge.NONE);
        assertThat(findings).extracting(Finding::id).containsExactly("session-on-reboot-restart");
        assertThat(findings.get(0).message()).contains("on_reboot is not set");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.INFO);
        DomainXml mended = findings.get(0).action().orElseThrow().edit().apply(domain);
        assertThat(mended.textAt("on_reboot")).isEqualTo("destroy");
        assertThat(SessionFindings.check(mended, SessionKnowledge.NONE)).isEmpty();
    }
}
