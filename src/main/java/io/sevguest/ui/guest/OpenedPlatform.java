package io.sevguest.ui.guest;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.SuppliedCertificate;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A platform whose certificates were opened.
 *
 * @param name of the files, for display
 * @param files the certificates
 * @param verdict on their chain, with the roots that were trusted at that time
 * @param contents the fields of each certificate
 */
public record OpenedPlatform(
        String name,
        PlatformFiles files,
        ChainVerdict verdict,
        Map<KeyUsage, RecognizedFile> contents) {
    public OpenedPlatform {
        contents = Map.copyOf(contents);
    }

    /**
     * Verifies the chain of certificates. Computes signatures, so call it from a task.
     *
     * @param ownRoots the ARKs that the user trusts in addition to AMD's
     * @throws ProblemException if one of these is not an ARK
     */
    public static OpenedPlatform of(String name, PlatformFiles files, List<CaCertificate> ownRoots)
            throws ProblemException {
        TrustedRoots roots = TrustedRoots.ofAmd();
        for (CaCertificate ark : ownRoots) {
            roots = roots.withOwn(ark);
        }
        Map<KeyUsage, RecognizedFile> contents = new EnumMap<>(KeyUsage.class);
        files.certificates()
                .all()
                .forEach(
                        (usage, given) -> {
                            if (given instanceof SuppliedCertificate.Whole whole) {
                                contents.put(
                                        usage,
                                        Recognition.of(
                                                whole.source(), whole.certificate().toBytes()));
                            }
                        });
        ChainVerdict verdict = ChainVerdict.of(files.certificates(), roots);
        return new OpenedPlatform(name, files, verdict, contents);
    }
}
