package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.HostFacts;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.policy.SevPolicy;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import java.util.OptionalInt;
import javax.swing.JButton;
import javax.swing.JTextField;

/**
 * The page for the guest's encryption: the type, the policy with its bits, and the values for the
 * platform.
 */
public final class LaunchSecurityPage extends FormPage implements Page {
    private final transient WrappedText kept;
    private final JButton modernize = new JButton();
    private final transient EnablementReason canDetect;
    private final JButton newSession = new JButton();
    private final transient MachineModel machine;

    /**
     * Creates the page.
     *
     * @param machine supplies the values that the XML leaves out
     * @param makeSession starts to make a new session
     */
    public LaunchSecurityPage(
            GuestModel guest,
            FieldFocus focus,
            Texts texts,
            MachineModel machine,
            Runnable makeSession) {
        super(guest, focus, texts);
        this.machine = machine;
        section("launchSecurity.section.kind");
        var type = new TypeChoice(guest, texts);
        row(LaunchSecurityFields.TYPE.id(), type.component(), type::fill);
        kept = note("launchSecurity.kept.snp");
        kept.setVisible(false);
        legacy();
        section("launchSecurity.section.policy");
        var policy = new PolicyNumbers(guest, texts);
        row(LaunchSecurityFields.POLICY.id(), policy.component(), policy::fill);
        policy.onWrong((key, words) -> showWrong(LaunchSecurityFields.POLICY.id(), key, words));
        newSession(makeSession);
        var spellings = new PolicySpellings(texts);
        add(spellings.component(), "skip 1, wmin 40");
        onDomain(spellings::fill);
        for (SevPolicy.Flag flag : SevPolicy.Flag.values()) {
            flag(flag);
        }
        var api = new MinimumApi(guest, texts);
        row(LaunchSecurityFields.API_MAJOR.id(), api.component(), api::fill);
        section("launchSecurity.section.consequences");
        var consequences = new Consequences();
        wide(consequences.component());
        onDomain(consequences::fill);
        section("launchSecurity.section.platform");
        note("launchSecurity.platform.note");
        platform(text(LaunchSecurityFields.CBITPOS), text(LaunchSecurityFields.REDUCED_PHYS_BITS));
        canDetect = detect();
        toggle(LaunchSecurityFields.KERNEL_HASHES);
        onDomain(this::showKind);
        fill();
    }

    private void flag(SevPolicy.Flag flag) {
        check(LaunchSecurityFields.flag(flag), flag.sentence(), flag.consequence());
    }

    private void platform(JTextField cbitpos, JTextField reducedPhysBits) {
        var choice = new GenerationChoice(machine, texts(), cbitpos, reducedPhysBits);
        row("launchSecurity.platform", choice.component(), domain -> {});
    }

    /**
     * Sets the action that makes a new session, the other fix for a session with another policy.
     */
    private void newSession(Runnable makeSession) {
        texts().caption("launchSecurity.newSession").show(newSession);
        newSession.setName("launchSecurity.newSession");
        newSession.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        newSession.addActionListener(event -> makeSession.run());
        newSession.setVisible(false);
        add(newSession, "skip 1, growx 0, left");
    }

    @Override
    public void show(GuestAnalysis derived) {
        super.show(derived);
        newSession.setVisible(
                derived.findings().stream()
                        .anyMatch(found -> found.id().equals(SessionFindings.OTHER_POLICY)));
    }

    private EnablementReason detect() {
        var detect = new JButton();
        texts().caption("launchSecurity.detect").show(detect);
        detect.setName("launchSecurity.detect");
        detect.setToolTipText(texts().get("launchSecurity.detect.tip"));
        detect.addActionListener(event -> takeFromHost(host()));
        add(detect, "skip 1, growx 0, left");
        return new EnablementReason(detect);
    }

    private void takeFromHost(HostFacts facts) {
        guest().endStep();
        guest().edit(
                        "launchSecurity.detect",
                        domain ->
                                with(
                                        LaunchSecurityFields.REDUCED_PHYS_BITS,
                                        facts.reducedPhysBits(),
                                        with(
                                                LaunchSecurityFields.CBITPOS,
                                                facts.cbitpos(),
                                                domain)));
        guest().endStep();
    }

    private HostFacts host() {
        return machine.machine().target().host();
    }

    private static DomainXml with(
            Field<DomainXml, String> field, OptionalInt value, DomainXml domain) {
        return value.isPresent()
                ? field.with().apply(domain, Integer.toString(value.getAsInt()))
                : domain;
    }

    private void legacy() {
        texts().caption("launchSecurity.modernize").show(modernize);
        modernize.setName("launchSecurity.modernize");
        modernize.setVisible(false);
        modernize.addActionListener(
                event ->
                        guest().edit("launchSecurity.modernize", LaunchSecurityFields::modernized));
        add(modernize, "skip 1, growx 0, left");
    }

    private void showKind(DomainXml domain) {
        LaunchSecurity security = LaunchSecurity.of(domain);
        boolean editable = security.isEditable();
        boolean sev = editable && !(security instanceof LaunchSecurity.None);
        kept.setVisible(!editable);
        if (security instanceof LaunchSecurity.SevSnp) {
            kept.setText(texts().get("launchSecurity.kept.snp"));
        } else if (security instanceof LaunchSecurity.Foreign foreign) {
            kept.setText(texts().get("launchSecurity.kept.foreign", foreign.type()));
        }
        modernize.setVisible(security instanceof LaunchSecurity.Legacy);
        HostFacts facts = host();
        boolean told = facts.cbitpos().isPresent() || facts.reducedPhysBits().isPresent();
        canDetect.set(
                sev && told,
                texts().get(sev ? "launchSecurity.detect.off" : "launchSecurity.detect.noSev"));
        boolean typeToo = LaunchSecurityFields.TYPE.get().apply(domain) != LaunchSecurityType.OTHER;
        enableRows(id -> id.equals(LaunchSecurityFields.TYPE.id()) ? typeToo : sev);
    }
}
