package io.sevguest.certificate;

/**
 * Whether a certificate is signed with the key that it carries, as roots, owner CAs and the
 * certificates of sev-tool's guest owners are.
 */
public final class OwnSignature {
    private OwnSignature() {}

    /** Whether one of the signatures verifies under the certificate's own key. */
    public static boolean isOn(SevCertificate certificate) {
        return certificate.signatures().stream()
                .anyMatch(
                        slot ->
                                slot.under(certificate, certificate.signed())
                                        == SignatureState.GOOD);
    }

    /** Whether the signature verifies under the certificate's own key. */
    public static boolean isOn(CaCertificate certificate) {
        return certificate.isSignedBy(certificate.rsaKey());
    }
}
