package io.sevguest.cli.owner.measurement;

import io.sevguest.measurement.firmware.Guid;
import io.sevguest.measurement.secret.NamedSecret;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code GUID:FILE}, {@code luks:FILE} or {@code luks-key:FILE}. */
final class NamedSecretConverter implements ITypeConverter<NamedSecret> {
    @Override
    public NamedSecret convert(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            throw new TypeConversionException(
                    "\"" + text + "\" does not have the form GUID:FILE or luks:FILE.");
        }
        return new NamedSecret(guid(text.substring(0, colon)), Path.of(text.substring(colon + 1)));
    }

    /** Reads a GUID or its short name. */
    static final class GuidConverter implements ITypeConverter<Guid> {
        @Override
        public Guid convert(String text) {
            return guid(text);
        }
    }

    private static Guid guid(String text) {
        return NamedSecret.guid(text)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "\"%s\" is neither a GUID (8-4-4-4-12 hex digits) nor luks."
                                                .formatted(text)));
    }
}
