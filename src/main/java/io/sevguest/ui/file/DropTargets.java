package io.sevguest.ui.file;

import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.PdhOrigin;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.recognition.content.ChainContent;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SevCertificateContent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The targets of dropped files that are neither certificate nor session of the guest.
 *
 * @param domain opens a domain XML, or launch parameters
 * @param platform opens a platform's certificates
 * @param platformIsShown whether the user is looking at the platform
 */
public record DropTargets(
        Consumer<Path> domain, Consumer<List<Path>> platform, BooleanSupplier platformIsShown) {
    /** Opens dropped files, and returns whether they had a target. */
    boolean took(List<Path> dropped, List<RecognizedFile> found) {
        boolean isDomain =
                found.stream()
                        .anyMatch(
                                file ->
                                        file.kind() == Kind.DOMAIN_XML
                                                || LaunchBundle.isZip(file.decoded()));
        if (isDomain && found.size() == 1) {
            domain.accept(dropped.get(0));
            return true;
        }
        boolean shown =
                platformIsShown.getAsBoolean()
                        && found.stream().noneMatch(DropTargets::isOfGuestOwner);
        if (!isDomain && (shown || areOfPlatform(found))) {
            platform.accept(dropped);
            return true;
        }
        return false;
    }

    /**
     * Returns whether a file was made by a guest owner; it goes into the guest, whichever page is
     * shown.
     */
    private static boolean isOfGuestOwner(RecognizedFile file) {
        boolean isGodh =
                file.content() instanceof SevCertificateContent certificate
                        && certificate.certificate().isUsage(KeyUsage.PDH)
                        && certificate.origin() == PdhOrigin.GUEST_OWNER;
        return isGodh || file.kind() == Kind.SESSION_BLOB;
    }

    private static boolean areOfPlatform(List<RecognizedFile> found) {
        return found.stream()
                .allMatch(
                        file ->
                                file.content() instanceof ChainContent chain
                                        && chain.isOfPlatform());
    }
}
