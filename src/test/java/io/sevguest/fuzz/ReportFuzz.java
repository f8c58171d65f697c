package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.measurement.AttestationReport;
import io.sevguest.measurement.SampleReport;
import io.sevguest.problem.ProblemException;

/**
 * Any bytes as an attestation report: rejected with a problem, or read and written back the same,
 * and valid only if its content was signed.
 */
final class ReportFuzz {
    private static final SevCertificate PEK = SampleCertificates.pek();
    private static final Bytes SIGNED = SampleReport.report().toBytes().slice(0, 0x34);

    private ReportFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Bytes bytes = Bytes.of(input);
        try {
            AttestationReport report = AttestationReport.parse("fuzz", bytes);
            if (!report.toBytes().equals(bytes)) {
                throw new AssertionError("came back as other bytes");
            }
            if (report.fault(PEK).isEmpty() && !bytes.slice(0, 0x34).equals(SIGNED)) {
                throw new AssertionError("a report that nobody signed");
            }
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }
}
