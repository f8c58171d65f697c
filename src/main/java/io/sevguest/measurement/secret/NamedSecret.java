package io.sevguest.measurement.secret;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.file.SecretFile;
import io.sevguest.measurement.firmware.Guid;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A secret that is in a file, and the GUID under which the guest looks for it; not read yet.
 *
 * @param guid its name
 */
public record NamedSecret(Guid guid, Path file) {
    /** Other words for the GUID of a LUKS key; the second is libvirt's. */
    private static final List<String> LUKS = List.of("luks", "luks-key");

    /** Returns the GUID that a text is, or that a word names; empty if it is neither. */
    public static Optional<Guid> guid(String text) {
        if (LUKS.contains(text)) {
            return Optional.of(SecretTable.LUKS_KEY);
        }
        try {
            return Optional.of(Guid.of(text));
        } catch (IllegalArgumentException noGuid) {
            return Optional.empty();
        }
    }

    /** Returns the meaning of a GUID; empty if it is unknown. */
    public static String meaning(Guid guid) {
        return guid.equals(SecretTable.LUKS_KEY) ? "LUKS key" : "";
    }

    private void checkSize() throws ProblemException {
        long size = file.toFile().length();
        if (size > LaunchSecret.LIMIT) {
            throw new ProblemException(
                    new Problem(
                            ("The secret has %,d bytes, but the firmware accepts at most %,d for"
                                            + " all secrets together.")
                                    .formatted(size, LaunchSecret.LIMIT),
                            file.toString(),
                            "Send less; nothing was written."));
        }
    }

    /**
     * Reads the files; the caller closes the table.
     *
     * @throws ProblemException if one cannot be read, or is larger than all secrets may be
     */
    public static SecretTable read(List<NamedSecret> secrets) throws ProblemException {
        List<SecretTable.Entry> entries = new ArrayList<>();
        try {
            for (NamedSecret secret : secrets) {
                secret.checkSize();
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
