package io.sevguest.ui.guest;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.recognition.content.BlobTarget;

/** The fields of the domain that hold blobs. */
public final class BlobFields {
    private BlobFields() {}

    public static Field<DomainXml, String> of(BlobTarget target) {
        return switch (target) {
            case DH_CERT -> LaunchSecurityFields.DH_CERT;
            case SESSION -> LaunchSecurityFields.SESSION;
        };
    }
}
