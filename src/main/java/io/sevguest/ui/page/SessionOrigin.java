package io.sevguest.ui.page;

import io.sevguest.domain.DomainXml;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.SessionNote;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.GuestAnalysis;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The platform and policy of the guest's session, and the button to make another session. */
final class SessionOrigin {
    private static final int SHORT_SUM = 16;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 1, gapy 4", "[grow,fill]"));
    private final Texts texts;
    private final WrappedText words = new WrappedText("");
    private final EnablementReason canExport;

    SessionOrigin(Texts texts, SessionActions actions) {
        this.texts = texts;
        words.setName("certificate.origin");
        var buttons = new WrappingRow();
        JButton export = button("exportParameters", actions::exportParameters);
        canExport = new EnablementReason(export);
        buttons.add(button("newSession", actions::newSession));
        buttons.add(export);
        component.add(words, "wmin 40");
        component.add(buttons);
    }

    private JButton button(String what, Runnable handler) {
        var button = new JButton();
        texts.caption("certificate." + what).show(button);
        button.setName("certificate." + what);
        button.addActionListener(event -> handler.run());
        return button;
    }

    JPanel component() {
        return component;
    }

    void show(GuestAnalysis derived) {
        Optional<LaunchSession> session =
                derived.text() instanceof DomainXml domain
                        ? SessionFindings.session(domain)
                        : Optional.empty();
        words.setText(words(session, derived.session()));
        canExport.set(session.isPresent(), texts.get("certificate.exportParameters.off"));
    }

    private String words(Optional<LaunchSession> session, SessionKnowledge known) {
        if (session.isEmpty()) {
            return texts.get("certificate.origin.none");
        }
        if (!known.blob().equals(session.get().toBytes().sha256()) || known.policy().isEmpty()) {
            return texts.get("certificate.origin.unknown");
        }
        String policy = known.policy().get().toHex();
        String how =
                known.proved().isPresent()
                        ? texts.get("certificate.origin.proved", policy)
                        : texts.get("certificate.origin.noted", policy);
        return known.note().map(note -> how + " " + platform(note)).orElse(how);
    }

    private String platform(SessionNote note) {
        String verified =
                note.root()
                        .map(root -> texts.get("certificate.origin.verified", rootWords(root)))
                        .orElseGet(() -> texts.get("certificate.origin.unverified"));
        return texts.get(
                "certificate.origin.platform",
                note.host(),
                note.pdh().toHex().substring(0, SHORT_SUM),
                verified,
                UTC.format(note.time()));
    }

    private String rootWords(String root) {
        String known = texts.orEmpty("certificate.root." + root);
        return known.isEmpty() ? root : known;
    }
}
