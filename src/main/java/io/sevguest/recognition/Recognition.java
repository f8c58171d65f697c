package io.sevguest.recognition;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.OtherContent;
import io.sevguest.recognition.content.RecognizedContent;
import io.sevguest.recognition.content.RecognizedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes a file by its content: removes PEM armor, base64, hex, XML and arguments, layer by
 * layer, until known bytes are left.
 */
public final class Recognition {
    /** 1 MiB: nothing that is imported is larger. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Base64 of so many bytes with line ends is shorter; longer text is not decoded. */
    private static final int MAX_TEXT = 2 * MAX_BYTES;

    private static final int MAX_BASE64 = 3;
    private static final int MAX_LAYERS = 6;

    /** Shorter text in an alphabet may just be a word. */
    private static final int CONVINCING = 64;

    private final String name;
    private final boolean insideArgument;

    private Recognition(String name, boolean insideArgument) {
        this.name = name;
        this.insideArgument = insideArgument;
    }

    /**
     * Recognizes a file; any bytes give an answer.
     *
     * @param name the file's name, for messages
     */
    public static RecognizedFile of(String name, Bytes data) {
        if (data.isEmpty()) {
            return empty(name, "The file is empty.");
        }
        var recognition = new Recognition(name, false);
        if (data.size() > MAX_BYTES) {
            return recognition.large(data);
        }
        if (TextEncoding.text(data).filter(String::isBlank).isPresent()) {
            return empty(name, "The file is empty but for blanks and line ends.");
        }
        RecognizedFile found = recognition.unwrap(data, MAX_BASE64, MAX_LAYERS);
        return found.isEncodedTwice() && found.kind() != Kind.UNKNOWN
                ? found.with(twice(found))
                : found;
    }

    private static RecognizedFile empty(String name, String what) {
        return plain(
                name,
                Bytes.of(new byte[0]),
                new OtherContent(Kind.UNKNOWN, "empty"),
                List.of(Defect.of(what, "Ask for the file again.")));
    }

    /** Recognizes a value of an argument; what looks like an argument in it is none. */
    static RecognizedFile ofValue(String name, String value) {
        Bytes bytes = Bytes.of(value.getBytes(StandardCharsets.UTF_8));
        return new Recognition(name, true).unwrap(bytes, MAX_BASE64, MAX_LAYERS);
    }

    /** Recognizes text where base64 is expected, so that short text is decoded, too. */
    public static RecognizedFile ofBase64(String name, String text) {
        RecognizedFile found = of(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        if (text.length() > MAX_TEXT) {
            return found;
        }
        boolean wrapped = found.encodings().size() > 1 || found.kind() != Kind.UNKNOWN;
        return wrapped
                ? found
                : TextEncoding.base64(text)
                        .map(bytes -> plain(name, bytes, found.content(), found.defects()))
                        .map(bytes -> bytes.inside(Encoding.BASE64))
                        .orElse(found);
    }

    private static Defect twice(RecognizedFile found) {
        return new Defect(
                "The value is encoded more than once (" + found.wrapping() + ").",
                "Use the decoded bytes, encoded once.",
                Optional.of(found.decoded()));
    }

    private RecognizedFile large(Bytes data) {
        if (XmlBlobs.looksLikeXml(data)) {
            return XmlBlobs.read(name, data);
        }
        return plain(
                name,
                data,
                OtherContent.UNKNOWN,
                List.of(
                        Defect.of(
                                "The file has %,d bytes; certificates, chains and session blobs are"
                                                .formatted(data.size())
                                        + " far smaller than 1 MiB.",
                                "Check that this is the file you mean.")));
    }

    private RecognizedFile unwrap(Bytes data, int base64Left, int layersLeft) {
        Optional<String> text = TextEncoding.text(data);
        if (XmlBlobs.looksLikeXml(data)) {
            return XmlBlobs.read(name, data);
        }
        if (text.isEmpty() || text.get().isBlank()) {
            Optional<Bytes> zipped = CertificateZip.certificates(data);
            if (zipped.isPresent()) {
                return unwrap(zipped.get(), base64Left, layersLeft).inside(Encoding.ZIP);
            }
            BinaryRecognition.Outcome outcome = BinaryRecognition.of(data);
            return plain(name, data, outcome.content(), outcome.defects());
        }
        if (layersLeft == 0) {
            return tooDeep(data);
        }
        return unwrapText(data, text.get(), base64Left, layersLeft - 1);
    }

    private RecognizedFile unwrapText(Bytes data, String text, int base64Left, int layersLeft) {
        if (text.contains("-----BEGIN ")) {
            return armoured(data, text, base64Left, layersLeft);
        }
        List<RecognizedFile> guesses = new ArrayList<>();
        Optional<Bytes> hex = TextEncoding.hex(text);
        if (hex.isPresent()) {
            guesses.add(unwrap(hex.get(), base64Left, layersLeft).inside(Encoding.HEX));
        }
        Optional<Bytes> base64 = TextEncoding.base64(text);
        if (base64.isPresent() && base64Left > 0) {
            guesses.add(unwrap(base64.get(), base64Left - 1, layersLeft).inside(Encoding.BASE64));
        }
        for (RecognizedFile guess : guesses) {
            if (guess.kind() != Kind.UNKNOWN) {
                return guess;
            }
        }
        if (!guesses.isEmpty() && isConvincing(text)) {
            return guesses.get(0);
        }
        if (base64.isPresent() && base64Left == 0) {
            return tooDeep(data);
        }
        return insideArgument
                ? unknownText(data, text)
                : ArgumentBlobs.read(name, text).orElseGet(() -> unknownText(data, text));
    }

    /** Returns whether text that may be encoded bytes is one long word, or lines of such. */
    private static boolean isConvincing(String text) {
        String digits = text.strip();
        return digits.length() >= CONVINCING
                && digits.lines().noneMatch(line -> line.contains(" "));
    }

    private RecognizedFile tooDeep(Bytes data) {
        return plain(
                name,
                data,
                OtherContent.UNKNOWN,
                List.of(
                        Defect.of(
                                "The value is encoded more than three times.",
                                "Ask for the file again, encoded once or not at all.")));
    }

    private RecognizedFile armoured(Bytes data, String text, int base64Left, int layersLeft) {
        List<TextEncoding.Armor> blocks = TextEncoding.pem(text);
        if (blocks.stream().anyMatch(block -> block.label().endsWith("PRIVATE KEY"))) {
            return plain(
                            name,
                            join(blocks),
                            new OtherContent(Kind.PRIVATE_KEY, "private key"),
                            List.of(
                                    Defect.of(
                                            "This is a private key. It must stay with its owner"
                                                    + " and never into a domain XML.",
                                            "Choose the certificate or the session blob.")))
                    .inside(Encoding.PEM);
        }
        if (blocks.isEmpty()) {
            return plain(
                    name,
                    data,
                    OtherContent.UNKNOWN,
                    List.of(
                            Defect.of(
                                    "The PEM armour is damaged: its end is missing, or what stands"
                                            + " in it is not base64.",
                                    "Copy the text again, from BEGIN to END.")));
        }
        return unwrap(join(blocks), base64Left, layersLeft).inside(Encoding.PEM);
    }

    private static Bytes join(List<TextEncoding.Armor> blocks) {
        var joined = new ByteWriter();
        blocks.forEach(block -> joined.bytes(block.content()));
        return joined.toBytes();
    }

    private RecognizedFile unknownText(Bytes data, String text) {
        List<Defect> defects =
                TextEncoding.isDamagedBase64(text) && isConvincing(text)
                        ? List.of(
                                Defect.of(
                                        "The text is base64, but its length or padding is wrong: a"
                                                + " part is missing.",
                                        "Copy the whole text again."))
                        : List.of();
        return plain(name, data, OtherContent.UNKNOWN, defects);
    }

    static RecognizedFile plain(
            String name, Bytes data, RecognizedContent content, List<Defect> defects) {
        return new RecognizedFile(name, List.of(Encoding.BINARY), data, content, defects);
    }
}
