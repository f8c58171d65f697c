package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.problem.Count;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The beginning of a certificate whose end is missing.
 *
 * @param filledUp the certificate with zeros in place of what is missing
 * @param size how many bytes are there
 */
public record TruncatedCertificateContent(AmdCertificate filledUp, int size)
        implements RecognizedContent {
    /** Returns a certificate that begins with a valid header and is shorter than it announces. */
    public static Optional<TruncatedCertificateContent> of(Bytes data) {
        OptionalInt announced = AmdCertificate.announcedSize(data);
        if (announced.isEmpty() || announced.getAsInt() <= data.size()) {
            return Optional.empty();
        }
        Bytes missing = Bytes.of(new byte[announced.getAsInt() - data.size()]);
        try {
            AmdCertificate filledUp = AmdCertificate.parse("certificate", data.append(missing));
            return Optional.of(new TruncatedCertificateContent(filledUp, data.size()));
        } catch (ProblemException sizeIsOneOfTheirs) {
            throw new IllegalStateException(sizeIsOneOfTheirs);
        }
    }

    @Override
    public Kind kind() {
        return filledUp instanceof SevCertificate ? Kind.SEV_CERTIFICATE : Kind.AMD_CA_CERTIFICATE;
    }

    @Override
    public String summary() {
        return "truncated " + KeyUsage.text(filledUp.usage()) + " certificate";
    }

    /** Returns the number of bytes of the whole certificate. */
    public int wholeSize() {
        return filledUp.toBytes().size();
    }

    @Override
    public List<LabelledField> fields() {
        List<LabelledField> fields = new ArrayList<>();
        if (filledUp instanceof SevCertificate sev) {
            fields.addAll(SevCertificateContent.header(sev));
            fields.addAll(SevCertificateContent.key(sev));
        } else {
            fields.addAll(CaCertificateContent.header((CaCertificate) filledUp));
        }
        return fields.stream().filter(field -> field.offset() + field.size() <= size).toList();
    }

    @Override
    public List<Defect> defects() {
        int missing = wholeSize() - size;
        return List.of(
                Defect.of(
                        "The certificate is truncated: it has %s, but %,d are needed; the last %s missing."
                                .formatted(
                                        Count.of(size, "byte"),
                                        wholeSize(),
                                        missing == 1
                                                ? "byte is"
                                                : "%,d bytes are".formatted(missing)),
                        "Copy the file again, as binary, or ask for it again."));
    }
}
