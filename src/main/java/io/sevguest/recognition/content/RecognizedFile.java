package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file, recognized by its content.
 *
 * @param name the file's name, for messages; it decides nothing
 * @param encodings the layers that were taken off, outermost first, down to {@code BINARY}
 * @param decoded the bytes below all layers
 * @param content what these bytes are
 * @param defects all that is wrong, with the file or with its content
 */
public record RecognizedFile(
        String name,
        List<Encoding> encodings,
        Bytes decoded,
        RecognizedContent content,
        List<Defect> defects) {
    public RecognizedFile {
        encodings = List.copyOf(encodings);
        defects = List.copyOf(defects);
    }

    public Kind kind() {
        return content.kind();
    }

    /** Returns the number of bytes below all layers of encoding. */
    public int size() {
        return decoded.size();
    }

    /** The SHA-256 of the decoded bytes in hex. */
    public String sha256() {
        return decoded.sha256().toHex();
    }

    /** The parts of the content in the order of its bytes, with their places in them. */
    public List<LabelledField> fields() {
        return content.fields();
    }

    /** Returns the blobs inside. */
    public List<EmbeddedBlob> contained() {
        return content.contained();
    }

    /** Returns the layers of encoding, such as {@code base64 → base64 → binary}. */
    public String wrapping() {
        return encodings.stream().map(Encoding::toText).collect(Collectors.joining(" → "));
    }

    /** The value for XML: the decoded bytes as one line of base64. */
    public String toBase64() {
        return decoded.toBase64();
    }

    /** Returns whether base64 was wrapped in another encoding once more. */
    public boolean isEncodedTwice() {
        return encodings.stream()
                        .filter(layer -> layer == Encoding.BASE64 || layer == Encoding.PEM)
                        .count()
                > 1;
    }

    public RecognizedFile inside(Encoding layer) {
        List<Encoding> layers = new ArrayList<>();
        layers.add(layer);
        layers.addAll(encodings);
        return new RecognizedFile(name, layers, decoded, content, defects);
    }

    public RecognizedFile with(Defect defect) {
        List<Defect> more = new ArrayList<>(defects);
        more.add(defect);
        return new RecognizedFile(name, encodings, decoded, content, more);
    }
}
