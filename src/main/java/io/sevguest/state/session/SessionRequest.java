package io.sevguest.state.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.chain.Root;
import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.OwnerSession;
import io.sevguest.session.SealedSession;
import io.sevguest.session.SessionNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A request to create a session and write its files.
 *
 * @param host the user's name for the platform
 * @param overwrite whether existing files are replaced
 */
public record SessionRequest(
        SessionPlatform platform,
        SevPolicy policy,
        GodhSignature signature,
        String host,
        SessionFiles files,
        boolean overwrite) {
    /**
     * The result of a request, without the secret parts.
     *
     * @param godh the guest owner's certificate
     * @param blob the session blob
     */
    public record Result(SessionNote note, Bytes godh, Bytes blob) {}

    /**
     * Creates the session, writes its files, and wipes its keys. A missing folder is created with
     * mode 0700.
     *
     * @throws ProblemException if a file cannot be written, in which case none is written
     */
    public Result carryOut(OwnerSession owner) throws ProblemException {
        try (SealedSession made = owner.make(platform.key(), policy, signature)) {
            SessionNote note =
                    SessionNote.of(files.name(), host, made, platform.root().map(Root::name));
            makeFolder();
            files.write(made, note, overwrite);
            return new Result(note, made.godh().toBytes(), made.blob().toBytes());
        }
    }

    private void makeFolder() throws ProblemException {
        try {
            if (!Files.isDirectory(files.folder())) {
                Files.createDirectories(
                        files.folder(),
                        PosixFilePermissions.asFileAttribute(PrivateFiles.DIRECTORY));
            }
        } catch (IOException failed) {
            throw FileProblems.writing(files.folder(), failed);
        }
    }
}
