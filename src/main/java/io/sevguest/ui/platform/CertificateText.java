package io.sevguest.ui.platform;

import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.Curve;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.Link;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.SuppliedCertificate;
import io.sevguest.ui.form.Texts;

/** The description of a certificate in one line. */
record CertificateText(Texts texts) {
    String of(PlatformCertificates certificates, ChainVerdict verdict, KeyUsage usage) {
        SuppliedCertificate given = certificates.given(usage);
        if (given instanceof SuppliedCertificate.Broken) {
            return texts.get("platform.certificate.broken");
        }
        return given.whole()
                .map(this::key)
                .map(key -> usage == KeyUsage.ARK ? root(key, verdict) : key)
                .orElseGet(
                        () ->
                                isBuiltIn(verdict, usage)
                                        ? texts.get("platform.certificate.builtIn")
                                        : texts.get("platform.certificate.missing"));
    }

    /**
     * Returns the description of a root; one that is not AMD's must not look like AMD's, whatever
     * its usage field says.
     */
    private String root(String key, ChainVerdict verdict) {
        if (verdict.root().isEmpty()) {
            return texts.get("platform.certificate.untrusted", key);
        }
        return verdict.root().get().isOwn() ? texts.get("platform.certificate.own", key) : key;
    }

    /** Returns whether a built-in key is used in place of a missing certificate. */
    static boolean isBuiltIn(ChainVerdict verdict, KeyUsage usage) {
        return switch (usage) {
            case ARK -> verdict.state(Link.ARK_SELF).isGood();
            case ASK -> verdict.state(Link.ARK_ASK).isGood();
            default -> false;
        };
    }

    private String key(AmdCertificate certificate) {
        if (certificate instanceof CaCertificate ca) {
            return texts.get("platform.certificate.rsa", ca.modulusBits());
        }
        var sev = (SevCertificate) certificate;
        String key =
                sev.hasRsaKey()
                        ? texts.get("platform.certificate.rsa", sev.rsaKey().bits())
                        : Curve.text(sev.ecKey().curve());
        return texts.get("platform.certificate.sev", key, sev.apiMajor(), sev.apiMinor());
    }
}
