package io.sevguest.certificate;

/**
 * Checks whether a certificate is signed with the key that it carries, as roots, owner CAs and the
 * certificates of sev-tool's guest owners are.
 */
public final class OwnSignature {
    private OwnSignature() {}

    /** Returns whether one of the signatures verifies under the certificate's own key. */
    public static boolean isOn(SevCertificate certificate) {
        return certificate.signatures().stream()
                .anyMatch(
                        slot ->
                                slot.under(certificate, certificate.signed())
                                        == SignatureState.GOOD);
    }

    /** Returns whether the signature verifies under the certificate's own key. */
    public static boolean isOn(CaCertificate certificate) {
        return certificate.isSignedBy(certificate.rsaKey());
    }
}
