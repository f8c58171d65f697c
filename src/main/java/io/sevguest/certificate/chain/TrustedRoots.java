package io.sevguest.certificate.chain;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.ChainPlace;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.RsaKey;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.SignatureState;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The roots that a chain may end in: AMD's, and those that the user added. */
public record TrustedRoots(List<Root> roots) {
    public TrustedRoots {
        roots = List.copyOf(roots);
    }

    /** AMD's roots alone. */
    public static TrustedRoots ofAmd() {
        return new TrustedRoots(AmdRoots.all());
    }

    /**
     * These roots and one that the user answers for. A root of AMD's stays AMD's.
     *
     * @throws ProblemException if the certificate is not an ARK, or its key is not usable
     */
    public TrustedRoots withOwn(CaCertificate ark) throws ProblemException {
        Optional<String> obstacle = ChainPlace.obstacle(KeyUsage.ARK, ark);
        if (obstacle.isPresent()) {
            throw new ProblemException(
                    Problem.of("The root cannot be trusted: " + obstacle.get() + ".")
                            .withFix("Choose the certificate of the root itself, its ARK."));
        }
        List<Root> more = new ArrayList<>(roots);
        Bytes fingerprint = ark.rsaKey().modulusSha256();
        String words = "own root, SHA-256 " + fingerprint.toHex();
        more.add(new Root(Root.OWN, words, ark.rsaKey(), ark.keyId(), Optional.empty()));
        return new TrustedRoots(more);
    }

    /** The root whose key this is. */
    Optional<Root> ofKey(RsaKey ark) {
        return roots.stream().filter(root -> root.hasKey(ark)).findFirst();
    }

    /** The root that signed an ASK. */
    Optional<Root> signerOf(CaCertificate ask) {
        return roots.stream()
                .filter(root -> root.arkKeyId().equals(ask.certifyingKeyId()))
                .filter(root -> ask.isSignedBy(root.ark()))
                .findFirst();
    }

    /** Returns the root whose known signing key signed a CEK, whatever follows the signature. */
    Optional<Root> signerOf(SevCertificate cek) {
        return roots.stream().filter(root -> isSignedByAskOf(root, cek)).findFirst();
    }

    private static boolean isSignedByAskOf(Root root, SevCertificate cek) {
        return root.ask().filter(ask -> cek.signatureOfAsk(ask) != SignatureState.BAD).isPresent();
    }
}
