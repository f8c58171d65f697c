package io.sevguest.certificate;

import io.sevguest.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a certificate that have no meaning and are zero. Those that the signatures cover may
 * be filled by a later firmware; others mean that the certificate was altered, and its link fails.
 */
public final class ReservedBytes {
    private final List<String> found = new ArrayList<>();

    private ReservedBytes() {}

    /** Full sentences on the places that are not zero; none if all are. */
    public static List<String> notZero(AmdCertificate certificate) {
        var reserved = new ReservedBytes();
        if (certificate instanceof SevCertificate sev) {
            reserved.look(sev);
        } else {
            reserved.check("reserved bytes", 0x28, ((CaCertificate) certificate).reserved());
        }
        return List.copyOf(reserved.found);
    }

    private void look(SevCertificate certificate) {
        if (certificate.reserved() != 0) {
            add("reserved bytes", 6);
        }
        if (!certificate.hasRsaKey()) {
            check("bytes after the public key", 0x10 + EcKey.USED, certificate.ecKey().reserved());
        }
        look(certificate.signature1(), SevCertificate.SIGNED);
        look(certificate.signature2(), SevCertificate.SIGNED + SignatureSlot.SIZE);
    }

    /** An RSA signature may fill its slot; its size depends on the signer's key. */
    private void look(SignatureSlot slot, int offset) {
        boolean isRsa = KeyAlgorithm.of(slot.algorithm()).filter(KeyAlgorithm::isRsa).isPresent();
        if (isRsa) {
            return;
        }
        int used = slot.isEmpty() ? 0 : Ecdsa.SIZE;
        Bytes unused = slot.value().slice(used, slot.value().size());
        check("unused bytes of a signature", offset + 8 + used, unused);
    }

    private void check(String what, int offset, Bytes bytes) {
        if (!bytes.allZero()) {
            add(what, offset);
        }
    }

    private void add(String what, int offset) {
        found.add("The %s at offset 0x%x are not zero.".formatted(what, offset));
    }
}
