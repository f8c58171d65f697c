package io.sevguest.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.problem.ProblemException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttestationReportTest {
    private final AttestationReport report = SampleReport.report();

    @Test
    void comesBackFromItsBytes() throws ProblemException {
        Bytes bytes = report.toBytes();
        assertThat(bytes.size()).isEqualTo(AttestationReport.SIZE);
        assertThat(bytes.slice(0x30, 0x40))
                .isEqualTo(Bytes.ofHex("03000140021000000200000000000000"));
        assertThat(AttestationReport.parse("report", bytes)).isEqualTo(report);
    }

    @Test
    void isThePeksAndNobodyElses() {
        assertThat(report.fault(SampleCertificates.pek())).isEmpty();
        assertThat(report.fault(SampleCertificates.cek())).contains("PEK: usage is CEK");
    }

    @Test
    void isRefusedWhenAnyByteChanges() {
        assertThat(IntStream.range(0, AttestationReport.SIZE))
                .allSatisfy(
                        at -> {
                            Bytes changed = SampleCertificates.flipped(report.toBytes(), at);
                            assertThat(
                                            AttestationReport.parse("report", changed)
                                                    .fault(SampleCertificates.pek()))
                                    .as("byte 0x%x", at)
                                    .isPresent();
                        });
    }

    @Test
    void has208BytesAndNoOtherNumber() {
        Bytes bytes = report.toBytes();
        assertThatThrownBy(() -> AttestationReport.parse("report.bin", bytes.slice(0, 207)))
                .hasMessageContaining("report.bin: SIGNATURE at offset 0x40")
                .hasMessageContaining("expected 144 bytes, found 143");
        assertThatThrownBy(
                        () ->
                                AttestationReport.parse(
                                        "report.bin", bytes.append(bytes.slice(0, 1))))
                .hasMessageContaining("209 bytes");
    }
}
