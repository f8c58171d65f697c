package io.sevguest.ui.guest;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.recognition.BlobTarget;

/** The field of the domain for each place of a blob. */
public final class BlobFields {
    private BlobFields() {}

    public static Field<DomainXml, String> of(BlobTarget target) {
        return switch (target) {
            case DH_CERT -> LaunchSecurityFields.DH_CERT;
            case SESSION -> LaunchSecurityFields.SESSION;
        };
    }
}
