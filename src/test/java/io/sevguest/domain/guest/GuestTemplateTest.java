package io.sevguest.domain.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.XmlFormat;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.readiness.DocumentFindings;
import io.sevguest.recognition.blob.BlobFindings;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuestTemplateTest {
    private static final UUID ID = UUID.fromString("c7a5fdbd-edaf-9455-926a-d65c16db1809");

    @ParameterizedTest
    @CsvSource({"PLAIN,NONE", "SEV,SEV", "SEV_ES,SEV_ES", "DEMO,SEV"})
    void hasTheLaunchSecurityOfItsName(GuestTemplate template, LaunchSecurityType type) {
        DomainXml guest = template.create(ID);
        assertThat(LaunchSecurityFields.TYPE.get().apply(guest)).isEqualTo(type);
        assertThat(guest.textAt("uuid")).isEqualTo(ID.toString());
    }

    @ParameterizedTest
    @EnumSource
    void hasNoFindings(GuestTemplate template) {
        assertThat(DocumentFindings.of(template.create(ID))).isEmpty();
        assertThat(new BlobFindings().check(template.create(ID))).isEmpty();
        assertThat(XmlFormat.format(template.create(ID))).isEqualTo(template.create(ID));
    }

    @Test
    void theDemoHasACertificateAndASession() {
        var sev = (LaunchSecurity.Sev) LaunchSecurity.of(GuestTemplate.DEMO.create(ID));
        assertThat(Base64.getDecoder().decode(sev.dhCert())).hasSize(2084);
        assertThat(Base64.getDecoder().decode(sev.session())).hasSize(128);
    }
}
