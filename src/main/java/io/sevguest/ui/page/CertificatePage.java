package io.sevguest.ui.page;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.LaunchSecurity;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.recognition.BlobTarget;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;

/**
 * The guest owner's certificate and the session blob: what stands there, and import and export of
 * them.
 */
public final class CertificatePage extends FormPage implements Page {
    private final transient WrappedText off;

    /**
     * @param blobs what the buttons of a place do
     */
    public CertificatePage(GuestModel guest, FieldFocus focus, Texts texts, BlobActions blobs) {
        super(guest, focus, texts);
        section("certificate.section.dhCert");
        off = note("certificate.off");
        slot(new BlobSlot(BlobTarget.DH_CERT, blobs, texts), LaunchSecurityFields.DH_CERT.id());
        section("certificate.section.session");
        slot(new BlobSlot(BlobTarget.SESSION, blobs, texts), LaunchSecurityFields.SESSION.id());
        onDomain(this::showKind);
        fill();
    }

    private void slot(BlobSlot slot, String id) {
        wideRow(id, slot.component(), slot::fill);
    }

    private void showKind(DomainXml domain) {
        off.setVisible(!LaunchSecurity.of(domain).isEditable());
        enableRows(id -> LaunchSecurity.of(domain).isEditable());
    }
}
