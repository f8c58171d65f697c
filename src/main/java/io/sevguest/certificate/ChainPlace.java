package io.sevguest.certificate;

import java.util.Optional;

/** The requirements on a certificate at its place in a platform's chain. */
public final class ChainPlace {
    private ChainPlace() {}

    /**
     * Returns the reason why a certificate cannot be used at a place; empty if its header and key
     * are right.
     *
     * @return a phrase that begins with the place's name, without a period
     */
    public static Optional<String> obstacle(KeyUsage place, AmdCertificate certificate) {
        Optional<String> found =
                header(place, certificate)
                        .or(
                                () ->
                                        certificate instanceof CaCertificate ca
                                                ? key(ca)
                                                : key(place, (SevCertificate) certificate));
        return found.map(words -> "%s: %s".formatted(place, words));
    }

    private static Optional<String> header(KeyUsage place, AmdCertificate certificate) {
        boolean isCa = place == KeyUsage.ARK || place == KeyUsage.ASK;
        if (isCa != certificate instanceof CaCertificate) {
            return Optional.of("the layout is not that of " + place.words() + "s");
        }
        if (certificate.version() != 1) {
            return Optional.of("version is %d, not 1".formatted(certificate.version()));
        }
        return certificate.usage() == place.code()
                ? Optional.empty()
                : Optional.of("usage is " + KeyUsage.text(certificate.usage()));
    }

    private static Optional<String> key(CaCertificate certificate) {
        if (!certificate.sizesFit()) {
            return Optional.of(
                    "key size is given as %d and %d bits, but the modulus has %d"
                            .formatted(
                                    certificate.exponentBits(),
                                    certificate.modulusBits(),
                                    8 * certificate.modulus().size()));
        }
        return rsa(certificate.rsaKey());
    }

    private static Optional<String> key(KeyUsage place, SevCertificate certificate) {
        Optional<KeyAlgorithm> algorithm = KeyAlgorithm.of(certificate.algorithm());
        boolean fits =
                algorithm
                        .filter(
                                known ->
                                        place == KeyUsage.PDH
                                                ? known.isEcdh()
                                                : known.isEcdsa()
                                                        || (known.isRsa() && place == KeyUsage.OCA))
                        .isPresent();
        if (!fits) {
            return Optional.of("key algorithm is " + KeyAlgorithm.text(certificate.algorithm()));
        }
        return certificate.hasRsaKey() ? rsa(certificate.rsaKey()) : ec(certificate.ecKey());
    }

    private static Optional<String> rsa(RsaKey key) {
        return key.isUsable()
                ? Optional.empty()
                : Optional.of(
                        "bad public key (%d bit modulus given as %d bits, %s exponent)"
                                .formatted(
                                        key.modulus().bitLength(),
                                        key.bits(),
                                        key.hasUsableExponent() ? "usable" : "unusable"));
    }

    private static Optional<String> ec(EcKey key) {
        if (key.curve() != Curve.P384.code()) {
            return Optional.of("curve is %s, not P-384".formatted(Curve.text(key.curve())));
        }
        return key.isOnCurve()
                ? Optional.empty()
                : Optional.of("bad public key, not a point on P-384");
    }
}
