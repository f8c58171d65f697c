package io.sevguest.ui.page;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.recognition.blob.BlobFileName;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.BlobFields;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import java.util.Map;
import java.util.Optional;

/** The guest owner's certificate and the session blob: their content, import and export. */
public final class CertificatePage extends FormPage implements Page {
    private final transient WrappedText off;
    private final transient Map<BlobTarget, BlobSlot> slots;
    private final transient SessionOrigin origin;

    /**
     * Creates the page.
     *
     * @param blobs the actions for a blob
     * @param sessions the actions for sessions
     */
    public CertificatePage(
            GuestModel guest,
            FieldFocus focus,
            Texts texts,
            BlobActions blobs,
            SessionActions sessions) {
        super(guest, focus, texts);
        section("certificate.section.origin");
        off = note("certificate.off");
        off.setVisible(false);
        origin = new SessionOrigin(texts, sessions);
        wide(origin.component());
        section("certificate.section.dhCert");
        BlobSlot certificate = slot(BlobTarget.DH_CERT, blobs, texts);
        section("certificate.section.session");
        BlobSlot session = slot(BlobTarget.SESSION, blobs, texts);
        slots = Map.of(BlobTarget.DH_CERT, certificate, BlobTarget.SESSION, session);
        onDomain(this::showKind);
        fill();
    }

    private BlobSlot slot(BlobTarget target, BlobActions blobs, Texts texts) {
        var slot = new BlobSlot(target, blobs, texts);
        wideRow(BlobFields.of(target).id(), slot.component(), slot::fill);
        return slot;
    }

    @Override
    public void show(GuestAnalysis derived) {
        super.show(derived);
        origin.show(derived);
        slots.forEach((target, slot) -> show(target, slot, derived));
    }

    private static void show(BlobTarget target, BlobSlot slot, GuestAnalysis derived) {
        Optional<RecognizedFile> content = Optional.ofNullable(derived.blobs().get(target));
        slot.show(content);
        slot.showNamed(
                content.flatMap(
                        blob ->
                                derived.text() instanceof DomainXml domain
                                        ? BlobFileName.of(
                                                BlobFields.of(target).get().apply(domain), blob)
                                        : Optional.empty()));
    }

    private void showKind(DomainXml domain) {
        boolean editable = LaunchSecurity.of(domain).isEditable();
        off.setVisible(!editable);
        enableRows(id -> editable);
        if (editable) {
            slots.values()
                    .forEach(slot -> slot.fill(domain)); // a view without content stays partly
            // disabled
        }
    }
}
