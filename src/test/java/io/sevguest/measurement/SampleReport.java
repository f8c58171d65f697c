package io.sevguest.measurement;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.policy.SevPolicy;

/** An attestation report of the sample platform, the same each time. */
public final class SampleReport {
    public static final Bytes NONCE = Bytes.ofHex("0123456789abcdef".repeat(2));
    public static final Bytes DIGEST = Bytes.ofHex("d1".repeat(32));

    private SampleReport() {}

    /** Returns a report on a guest with policy 0x40010003. */
    public static AttestationReport report() {
        Bytes signed = new ByteWriter().bytes(NONCE).bytes(DIGEST).u32(0x40010003L).toBytes();
        return new AttestationReport(
                NONCE,
                DIGEST,
                new SevPolicy(0x40010003),
                0x1002,
                2,
                0,
                SampleCertificates.signedByPek(signed));
    }
}
