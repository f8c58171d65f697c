package io.sevguest.ui.window;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.domain.security.LaunchSecurityFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A guest owner's certificate and session as files sent to an administrator, {@code owner.pem} and
 * {@code blob.txt}, with the content of the demo guest.
 */
record OwnerFiles(Path certificate, Path session) {
    static final DomainXml DEMO = GuestTemplate.DEMO.create(new UUID(0, 1));

    static OwnerFiles write(Path folder) throws IOException {
        return new OwnerFiles(
                Files.writeString(
                        folder.resolve("owner.pem"),
                        LaunchSecurityFields.DH_CERT.get().apply(DEMO) + "\n"),
                Files.writeString(
                        folder.resolve("blob.txt"),
                        LaunchSecurityFields.SESSION.get().apply(DEMO) + "\n"));
    }
}
