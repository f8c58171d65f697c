package io.sevguest.certificate.chain;

import io.sevguest.certificate.SevCertificate;

/**
 * Whose a certificate with usage PDH is. A platform's PDH and a guest owner's GODH have the same
 * usage; they differ in the API version and in who signed.
 */
public enum PdhOrigin {
    /** It is signed with its own key, or not signed and without an API version. */
    GUEST_OWNER,
    /** It has an API version, and a signature that is not under its own key. */
    PLATFORM,
    /** The signs do not agree. */
    UNCLEAR;

    /**
     * Returns the origin.
     *
     * @param ownSignature whether a signature verifies under the certificate's own key
     */
    public static PdhOrigin of(SevCertificate certificate, boolean ownSignature) {
        boolean apiVersion = certificate.apiMajor() != 0 || certificate.apiMinor() != 0;
        if (certificate.signatures().isEmpty()) {
            return apiVersion ? UNCLEAR : GUEST_OWNER;
        }
        if (ownSignature) {
            return GUEST_OWNER;
        }
        return apiVersion ? PLATFORM : UNCLEAR;
    }
}
