package io.sevguest.domain.guest;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.XmlEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** A template for a new guest. */
public enum GuestTemplate {
    /** A guest without memory encryption. */
    PLAIN,
    SEV,
    SEV_ES,
    /** SEV with a certificate and a session of its own, whose keys were discarded. */
    DEMO;

    /** Returns a new guest from this template, named after it. */
    public DomainXml create(UUID uuid) {
        DomainText text = DomainText.ofText(resource(), XmlEncoding.UTF_8);
        return GuestFields.UUID.with().apply((DomainXml) text, uuid.toString());
    }

    private String resource() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xml";
        try (InputStream in = GuestTemplate.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
