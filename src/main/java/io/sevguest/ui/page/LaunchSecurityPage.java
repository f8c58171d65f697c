package io.sevguest.ui.page;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.LaunchSecurity;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.domain.LaunchSecurityType;
import io.sevguest.policy.SevPolicy;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import javax.swing.JButton;

/**
 * Whether and how the guest is encrypted: the kind, the policy by its bits, and what the platform
 * must know.
 */
public final class LaunchSecurityPage extends FormPage implements Page {
    private final transient WrappedText kept;
    private final JButton modernise = new JButton();

    public LaunchSecurityPage(GuestModel guest, FieldFocus focus, Texts texts) {
        super(guest, focus, texts);
        section("launchSecurity.section.kind");
        var type = new TypeChoice(guest, texts);
        row(LaunchSecurityFields.TYPE.id(), type.component(), type::fill);
        kept = note("launchSecurity.kept.snp");
        legacy();
        section("launchSecurity.section.policy");
        var policy = new PolicyNumbers(guest, texts);
        row(LaunchSecurityFields.POLICY.id(), policy.component(), policy::fill);
        var spellings = new PolicySpellings(texts);
        wide(spellings.component());
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
        text(LaunchSecurityFields.CBITPOS);
        text(LaunchSecurityFields.REDUCED_PHYS_BITS);
        toggle(LaunchSecurityFields.KERNEL_HASHES);
        onDomain(this::showKind);
        fill();
    }

    private void flag(SevPolicy.Flag flag) {
        var box = check(LaunchSecurityFields.flag(flag));
        box.setText(flag.name());
        box.setToolTipText(flag.consequence());
        note(box, flag.sentence());
    }

    private void legacy() {
        texts().caption("launchSecurity.modernise").show(modernise);
        modernise.setName("launchSecurity.modernise");
        modernise.addActionListener(
                event ->
                        guest().edit("launchSecurity.modernise", LaunchSecurityFields::modernised));
        add(modernise, "skip 1, growx 0, left");
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
        modernise.setVisible(security instanceof LaunchSecurity.Legacy);
        boolean typeToo = LaunchSecurityFields.TYPE.get().apply(domain) != LaunchSecurityType.OTHER;
        enableRows(id -> id.equals(LaunchSecurityFields.TYPE.id()) ? typeToo : sev);
    }
}
