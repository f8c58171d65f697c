package io.sevguest.ui.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.file.FileSet;
import io.sevguest.measurement.secret.LaunchSecret;
import io.sevguest.measurement.secret.NamedSecret;
import io.sevguest.measurement.secret.SecretPadding;
import io.sevguest.measurement.secret.SecretSealer;
import io.sevguest.measurement.secret.SecretTable;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.ShellWord;
import io.sevguest.session.KeyFile;
import io.sevguest.session.TransportKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A request for a launch secret for a guest.
 *
 * @param guest its name in libvirt
 * @param measure the measurement to which the secret is bound, 32 bytes; empty before firmware API
 *     0.17
 * @param header the file of the header, which must not exist yet
 * @param payload the file of the payload, which must not exist yet
 */
record SecretRequest(
        String guest,
        List<NamedSecret> secrets,
        Path tek,
        Path tik,
        Bytes measure,
        Path header,
        Path payload) {
    /**
     * Reads the keys and the secrets, and writes header and payload as base64 files of mode 0600,
     * either both or none.
     *
     * @throws ProblemException if an input cannot be read or is too large, or if the files cannot
     *     be written
     */
    void carryOut(SecretSealer sealing) throws ProblemException {
        FileSet.check(List.of(payload, header), false);
        try (SecretBytes encryption = KeyFile.TEK.read(tek);
                SecretBytes integrity = KeyFile.TIK.read(tik);
                SecretTable table = NamedSecret.read(secrets)) {
            var keys = new TransportKeys(encryption, integrity);
            LaunchSecret made = sealing.seal(table, SecretPadding.SEVCTL, keys, measure);
            FileSet.write(
                    List.of(text(payload, made.payload()), text(header, made.header().toBytes())),
                    false);
        }
    }

    private static FileSet.Entry text(Path file, Bytes content) {
        byte[] base64 = content.toBase64().getBytes(StandardCharsets.US_ASCII);
        return FileSet.Entry.of(file, Bytes.of(base64));
    }

    /** Returns the command that passes the files to the guest on its host, while it is paused. */
    String command() {
        return "virsh domsetlaunchsecstate %s --secrethdr %s --secret %s"
                .formatted(
                        ShellWord.quote(guest),
                        ShellWord.quote(header.toString()),
                        ShellWord.quote(payload.toString()));
    }
}
