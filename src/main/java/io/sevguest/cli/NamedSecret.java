package io.sevguest.cli;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.file.SecretFile;
import io.sevguest.measurement.Guid;
import io.sevguest.measurement.LaunchSecret;
import io.sevguest.measurement.SecretTable;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A secret on the command line: its GUID and the file that holds it.
 *
 * @param guid under which the guest looks for it
 */
record NamedSecret(Guid guid, Path file) {
    /** Other words for the GUID of a LUKS key; the second is libvirt's. */
    private static final List<String> LUKS = List.of("luks", "luks-key");

    /** Reads {@code GUID:FILE}, {@code luks:FILE} or {@code luks-key:FILE}. */
    static final class Converter implements ITypeConverter<NamedSecret> {
        @Override
        public NamedSecret convert(String text) {
            int colon = text.indexOf(':');
            if (colon < 0 || colon == text.length() - 1) {
                throw new TypeConversionException(
                        "a secret is given as GUID:FILE or luks:FILE, not as \"" + text + "\"");
            }
            return new NamedSecret(
                    guid(text.substring(0, colon)), Path.of(text.substring(colon + 1)));
        }
    }

    /** Reads a GUID, or a word for one. */
    static final class GuidConverter implements ITypeConverter<Guid> {
        @Override
        public Guid convert(String text) {
            return guid(text);
        }
    }

    private static Guid guid(String text) {
        if (LUKS.contains(text)) {
            return SecretTable.LUKS_KEY;
        }
        try {
            return Guid.of(text);
        } catch (IllegalArgumentException noGuid) {
            throw new TypeConversionException(
                    "\"" + text + "\" is neither a GUID (8-4-4-4-12 hex digits) nor luks");
        }
    }

    /** What a GUID stands for, if it is known; else nothing. */
    static String meaning(Guid guid) {
        return guid.equals(SecretTable.LUKS_KEY) ? "LUKS key" : "";
    }

    /**
     * Reads the files; the caller closes the table.
     *
     * @throws ProblemException if one cannot be read, or is larger than all secrets may be
     */
    static SecretTable read(List<NamedSecret> secrets) throws ProblemException {
        List<SecretTable.Entry> entries = new ArrayList<>();
        try {
            for (NamedSecret secret : secrets) {
                LaunchSecret.checkSize(secret.file().toFile().length());
                SecretBytes data = SecretFile.read(secret.file(), LaunchSecret.LIMIT);
                entries.add(new SecretTable.Entry(secret.guid(), data));
            }
        } catch (ProblemException unreadable) {
            new SecretTable(entries).close();
            throw unreadable;
        }
        return new SecretTable(entries);
    }
}
