package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.recognition.Recognition;
import java.util.List;
import java.util.Set;

/**
 * Any bytes as a platform's certificates: rejected with a problem or verified, and valid only if
 * the PDH was signed.
 */
final class ChainFuzz {
    private static final TrustedRoots TRUST = SampleCertificates.trust();
    private static final Bytes SIGNED = signed(SampleCertificates.pdh());

    private ChainFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            PlatformFiles files =
                    PlatformFiles.of(List.of(Recognition.of("fuzz", Bytes.of(input))));
            PlatformCertificates found = files.certificates();
            if (!Set.copyOf(PlatformCertificates.USAGES).containsAll(found.all().keySet())) {
                throw new AssertionError("another usage: " + found.all().keySet());
            }
            files.allRemarks();
            ChainVerdict verdict = ChainVerdict.of(found, TRUST);
            if (verdict.valid()
                    && !found.pdh().map(ChainFuzz::signed).orElseThrow().equals(SIGNED)) {
                throw new AssertionError("a PDH that nobody signed");
            }
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }

    private static Bytes signed(SevCertificate certificate) {
        return certificate.toBytes().slice(0, SevCertificate.SIGNED);
    }
}
