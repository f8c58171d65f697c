package io.sevguest.cli.guest;

import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.Curve;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.RsaKey;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.SignatureSlot;
import io.sevguest.recognition.content.CaCertificateContent;
import io.sevguest.recognition.content.ChainContent;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.EmbeddedBlob;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedContent;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SessionContent;
import io.sevguest.recognition.content.SevCertificateContent;
import io.sevguest.recognition.content.TruncatedCertificateContent;
import io.sevguest.recognition.content.X509Content;
import io.sevguest.session.LaunchSession;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The description of a file in the JSON of {@code inspect --json}: maps, lists, strings and
 * numbers.
 */
final class RecognizedJson {
    private RecognizedJson() {}

    static Map<String, Object> of(RecognizedFile recognized) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", recognized.name());
        json.putAll(body(recognized));
        return json;
    }

    private static Map<String, Object> body(RecognizedFile recognized) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", recognized.kind().toText());
        json.put("encoding", recognized.encodings().stream().map(Encoding::toText).toList());
        json.put("size", recognized.size());
        json.put("sha256", recognized.kind() == Kind.UNREADABLE ? "" : recognized.sha256());
        json.put("summary", recognized.content().summary());
        json.put("defects", recognized.defects().stream().map(Defect::what).toList());
        json.putAll(details(recognized.content()));
        if (!recognized.contained().isEmpty()) {
            json.put("contained", contained(recognized.contained()));
        }
        return json;
    }

    private static Map<String, Object> details(RecognizedContent content) {
        if (content instanceof SevCertificateContent sev) {
            return sevCertificate(sev.certificate(), sev.signers());
        }
        if (content instanceof CaCertificateContent ca) {
            return caCertificate(ca.certificate());
        }
        if (content instanceof TruncatedCertificateContent cut) {
            return cutCertificate(cut);
        }
        if (content instanceof ChainContent chain) {
            return Map.of(
                    "certificates", chain.links().stream().map(RecognizedJson::link).toList());
        }
        if (content instanceof SessionContent session) {
            return session(session.session());
        }
        return content instanceof X509Content x509
                ? Map.of(
                        "certificates",
                        x509.certificates().stream().map(RecognizedJson::x509).toList())
                : Map.of();
    }

    private static Map<String, Object> sevCertificate(SevCertificate certificate, String signers) {
        Map<String, Object> json = sevHeader(certificate);
        json.put("key", sevKey(certificate));
        json.put("signedBy", signers);
        json.put(
                "signatures",
                certificate.signatures().stream().map(RecognizedJson::signature).toList());
        return json;
    }

    private static Map<String, Object> sevHeader(SevCertificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", certificate.version());
        json.put("usage", KeyUsage.text(certificate.usage()));
        json.put("algorithm", KeyAlgorithm.text(certificate.algorithm()));
        json.put(
                "curve",
                certificate.hasRsaKey() ? "none" : Curve.text(certificate.ecKey().curve()));
        json.put("apiMajor", certificate.apiMajor());
        json.put("apiMinor", certificate.apiMinor());
        return json;
    }

    private static Map<String, Object> sevKey(SevCertificate certificate) {
        if (certificate.hasRsaKey()) {
            return rsaKey(certificate.rsaKey());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("x", certificate.ecKey().xToHex());
        json.put("y", certificate.ecKey().yToHex());
        return json;
    }

    private static Map<String, Object> rsaKey(RsaKey key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exponent", key.exponent().toString(16));
        json.put("modulus", key.modulus().toString(16));
        return json;
    }

    private static Map<String, Object> signature(SignatureSlot slot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("usage", KeyUsage.text(slot.usage()));
        json.put("algorithm", KeyAlgorithm.text(slot.algorithm()));
        return json;
    }

    private static Map<String, Object> caCertificate(CaCertificate certificate) {
        Map<String, Object> json = caHeader(certificate);
        json.put("key", rsaKey(certificate.rsaKey()));
        return json;
    }

    private static Map<String, Object> caHeader(CaCertificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", certificate.version());
        json.put("usage", KeyUsage.text(certificate.usage()));
        json.put("keyId", certificate.keyId().toHex());
        json.put("certifyingKeyId", certificate.certifyingKeyId().toHex());
        json.put("keyBits", certificate.modulusBits());
        return json;
    }

    /**
     * Returns the header of a truncated certificate, or nothing if the header itself is incomplete.
     */
    private static Map<String, Object> cutCertificate(TruncatedCertificateContent cut) {
        AmdCertificate certificate = cut.filledUp();
        if (certificate instanceof SevCertificate sev) {
            return cut.size() >= 0x14 ? sevHeader(sev) : Map.of();
        }
        return cut.size() >= 0x40 ? caHeader((CaCertificate) certificate) : Map.of();
    }

    private static Map<String, Object> link(ChainContent.Link link) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", link.content().kind().toText());
        json.put("offset", link.offset());
        json.put("size", link.bytes().size());
        json.put("sha256", link.bytes().sha256().toHex());
        json.put("defects", link.content().defects().stream().map(Defect::what).toList());
        json.putAll(details(link.content()));
        return json;
    }

    private static Map<String, Object> session(LaunchSession session) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nonce", session.nonce().toHex());
        json.put("wrappedKeys", session.wrappedKeys().toHex());
        json.put("iv", session.iv().toHex());
        json.put("wrapMac", session.wrapMac().toHex());
        json.put("policyMac", session.policyMac().toHex());
        return json;
    }

    private static Map<String, Object> x509(X509Certificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", certificate.getSubjectX500Principal().getName());
        json.put("issuer", certificate.getIssuerX500Principal().getName());
        json.put("notBefore", certificate.getNotBefore().toInstant().toString());
        json.put("notAfter", certificate.getNotAfter().toInstant().toString());
        json.put("serial", certificate.getSerialNumber().toString(16));
        return json;
    }

    private static List<Map<String, Object>> contained(List<EmbeddedBlob> blobs) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (EmbeddedBlob blob : blobs) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("place", blob.place().element());
            json.putAll(body(blob.recognized()));
            list.add(json);
        }
        return list;
    }
}
