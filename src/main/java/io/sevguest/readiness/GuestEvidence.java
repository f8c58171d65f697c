package io.sevguest.readiness;

import io.sevguest.domain.DomainXml;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.command.GuestUuid;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import io.sevguest.recognition.blob.BlobFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import java.nio.file.Path;

/**
 * The inputs of the rules.
 *
 * @param session knowledge of the session in the domain; knowledge of another session is ignored
 * @param command with which QEMU would start the domain
 * @param targetKnown whether the QEMU that the command is written for was probed or chosen; if it
 *     is only the default, there are no findings about features that it or its machine lacks
 * @param recognizer recognizes certificate and session, and caches the last result
 */
public record GuestEvidence(
        DomainXml domain,
        SessionKnowledge session,
        QemuCommand command,
        boolean targetKnown,
        BlobFindings recognizer) {

    /** Returns the evidence of a document that may be started on any machine. */
    public static GuestEvidence ofDocument(DomainXml domain, SessionKnowledge session) {
        var files = new LaunchFiles(GuestUuid.ofUnsaved(domain), Path.of(""), true);
        return new GuestEvidence(
                domain,
                session,
                CommandWriter.of(domain, QemuTarget.usual(), files),
                false,
                new BlobFindings());
    }

    /** Returns the evidence with the command for a QEMU that was probed or chosen. */
    public GuestEvidence withCommand(QemuCommand chosen) {
        return new GuestEvidence(domain, session, chosen, true, recognizer);
    }
}
