package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.Optional;

/** Names the file that was opened as a domain XML and is another one, such as a certificate. */
public final class DomainFileGuard {
    private DomainFileGuard() {}

    /**
     * Lets all pass that may be XML, also what is malformed or some text.
     *
     * @throws ProblemException if the bytes are recognized as another kind, or are not text
     */
    public static void refuse(String source, Bytes data) throws ProblemException {
        Optional<String> what = XmlBlobs.looksLikeXml(data) ? Optional.empty() : other(data);
        if (what.isPresent()) {
            throw new ProblemException(
                    new Problem(
                            "This is not a domain XML: " + what.get() + ".",
                            source,
                            "Open a libvirt domain XML. Certificates and session blobs are"
                                    + " imported into it instead."));
        }
    }

    private static Optional<String> other(Bytes data) {
        RecognizedFile found = Recognition.of("", data);
        return switch (found.kind()) {
            case DOMAIN_XML, QEMU_ARGUMENT, UNREADABLE -> Optional.empty();
            case UNKNOWN ->
                    data.isEmpty() || mayBeText(data)
                            ? Optional.empty()
                            : Optional.of("its bytes are not those of a text");
            default -> Optional.of("it is recognized as " + found.content().summary());
        };
    }

    /**
     * Returns whether the bytes are text; text of another encoding counts, so that its wrong byte
     * is reported.
     */
    private static boolean mayBeText(Bytes data) {
        return TextEncoding.text(data).isPresent()
                || data.slice(0, Math.min(data.size(), 4)).toHex().contains("3c");
    }
}
