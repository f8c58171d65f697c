package io.sevguest.ui.window;

import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.PdhOrigin;
import io.sevguest.recognition.ChainContent;
import io.sevguest.recognition.Kind;
import io.sevguest.recognition.LaunchBundle;
import io.sevguest.recognition.Recognized;
import io.sevguest.recognition.SevCertificateContent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where dropped files go that are neither certificate nor session of the guest.
 *
 * @param domain opens a domain XML, or launch parameters
 * @param platform opens a platform's certificates
 * @param platformIsShown whether the user is looking at the platform
 */
record DropPlaces(
        Consumer<Path> domain, Consumer<List<Path>> platform, BooleanSupplier platformIsShown) {
    /** Whether the files have found their place. */
    boolean took(List<Path> dropped, List<Recognized> found) {
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
                        && found.stream().noneMatch(DropPlaces::isOfGuestOwner);
        if (!isDomain && (shown || areOfPlatform(found))) {
            platform.accept(dropped);
            return true;
        }
        return false;
    }

    /** Whether it is what a guest owner makes; it goes into the guest whatever page is shown. */
    private static boolean isOfGuestOwner(Recognized file) {
        boolean isGodh =
                file.content() instanceof SevCertificateContent certificate
                        && certificate.certificate().isUsage(KeyUsage.PDH)
                        && certificate.origin() == PdhOrigin.GUEST_OWNER;
        return isGodh || file.kind() == Kind.SESSION_BLOB;
    }

    private static boolean areOfPlatform(List<Recognized> found) {
        return found.stream()
                .allMatch(
                        file ->
                                file.content() instanceof ChainContent chain
                                        && chain.isOfPlatform());
    }
}
