package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.recognition.bundle.ZipFiles;
import java.util.Optional;

/**
 * A zip file of a platform's certificates, as sev-tool's {@code --export_cert_chain} makes one of
 * pdh.cert, pek.cert, oca.cert, cek.cert, ask.cert and ark.cert.
 *
 * <p>Source: sev-tool, src/commands.cpp, {@code Command::export_cert_chain}.
 */
final class CertificateZip {
    /** 64 KiB: a chain has far less. */
    private static final int LARGEST = 1 << 16;

    private CertificateZip() {}

    /**
     * The files that begin as a certificate does, one after the other.
     *
     * @return empty if it is not a zip file, is damaged, or contains no certificates
     */
    static Optional<Bytes> certificates(Bytes data) {
        if (!LaunchBundle.isZip(data)) {
            return Optional.empty();
        }
        try {
            Bytes all = Bytes.of(new byte[0]);
            for (Bytes file : ZipFiles.read("zip", data, LARGEST).values()) {
                all = AmdCertificate.announcedSize(file).isPresent() ? all.append(file) : all;
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        } catch (ProblemException damagedOrFarTooLarge) {
            return Optional.empty();
        }
    }
}
