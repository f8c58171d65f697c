package io.sevguest.domain.xml;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a document's characters as bytes.
 *
 * @param charset never plain UTF-16, because the byte order is known
 * @param byteOrderMark whether the bytes begin with one
 */
public record XmlEncoding(Charset charset, boolean byteOrderMark) {
    /** UTF-8 without a byte order mark, the encoding of a document without a declaration. */
    public static final XmlEncoding UTF_8 = new XmlEncoding(StandardCharsets.UTF_8, false);

    /**
     * An XML declaration with an encoding. There is only ASCII before the name, so it is found both
     * before and after decoding.
     */
    private static final Pattern DECLARED =
            Pattern.compile(
                    "^<\\?xml(?:\\s+version\\s*=\\s*(?:\"[\\w.]*\"|'[\\w.]*'))?"
                            + "\\s+encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private static final String DECLARATION = "<?xml";
    private static final int DECLARATION_LIMIT = 512;

    /** The encodings in which each character has only one byte sequence. */
    private static final Set<Charset> UNAMBIGUOUS =
            Set.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.US_ASCII);

    private static final Bytes MARK_UTF_8 = Bytes.ofHex("efbbbf");
    private static final Bytes MARK_UTF_16_BE = Bytes.ofHex("feff");
    private static final Bytes MARK_UTF_16_LE = Bytes.ofHex("fffe");

    /**
     * Detects the encoding by the byte order mark, or else by the declaration.
     *
     * @throws ProblemException if the declared encoding is unknown or does not fit these bytes
     */
    public static XmlEncoding detect(String source, Bytes data) throws ProblemException {
        if (startsWith(data, MARK_UTF_8)) {
            return new XmlEncoding(StandardCharsets.UTF_8, true);
        }
        if (startsWith(data, MARK_UTF_16_BE) || startsWith(data, Bytes.ofHex("003c"))) {
            return new XmlEncoding(StandardCharsets.UTF_16BE, startsWith(data, MARK_UTF_16_BE));
        }
        if (startsWith(data, MARK_UTF_16_LE) || startsWith(data, Bytes.ofHex("3c00"))) {
            return new XmlEncoding(StandardCharsets.UTF_16LE, startsWith(data, MARK_UTF_16_LE));
        }
        Bytes head = data.slice(0, Math.min(data.size(), DECLARATION_LIMIT));
        Optional<String> declared =
                declaredIn(new String(head.toArray(), StandardCharsets.ISO_8859_1));
        if (declared.isEmpty()) {
            return UTF_8;
        }
        Charset charset = charset(source, declared.get());
        refuseUnwritable(source, charset);
        if (!spellsDeclarations(charset)) {
            throw new ProblemException(
                    new Problem(
                            "The file declares the encoding "
                                    + declared.get()
                                    + ", but its bytes do not match it.",
                            source + ":1:1",
                            "Correct the encoding in the XML declaration: it is probably UTF-8."));
        }
        return new XmlEncoding(charset, false);
    }

    /**
     * Returns the encoding after an edit of the text: an edited declaration changes it, unless
     * there is a byte order mark.
     */
    public XmlEncoding following(String text) {
        if (byteOrderMark || charset.name().startsWith("UTF-16")) {
            return this;
        }
        Optional<String> declared = declaredIn(text);
        if (declared.isEmpty()) {
            return UTF_8;
        }
        try {
            Charset named = Charset.forName(declared.get());
            return named.canEncode() && spellsDeclarations(named)
                    ? new XmlEncoding(named, false)
                    : this;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return this;
        }
    }

    /**
     * Returns the characters, after checking that they encode to the same bytes again.
     *
     * @throws ProblemException if a byte is not allowed in this encoding, or if the encoding has
     *     several byte sequences for a character and this file does not use the usual one
     */
    public String decodeLossless(String source, Bytes data) throws ProblemException {
        String text = decode(source, data);
        if (!UNAMBIGUOUS.contains(charset) && !encode(text).equals(data)) {
            throw new ProblemException(
                    new Problem(
                            "The file's bytes would not come back unchanged in the encoding "
                                    + charset
                                    + ".",
                            source,
                            "Convert the file to UTF-8 and declare that encoding."));
        }
        return text;
    }

    /**
     * Returns the characters without a byte order mark.
     *
     * @throws ProblemException if a byte is not allowed in this encoding; nothing is ever replaced
     */
    private String decode(String source, Bytes data) throws ProblemException {
        byte[] raw = data.toArray();
        int start = byteOrderMark ? mark().size() : 0;
        ByteBuffer in = ByteBuffer.wrap(raw, start, raw.length - start);
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out =
                CharBuffer.allocate((int) (raw.length * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(in, out, true);
        if (result.isError()) {
            out.flip();
            throw new ProblemException(
                    new Problem(
                            "Byte 0x%02x at offset %d is not allowed in the encoding %s."
                                    .formatted(raw[in.position()] & 0xff, in.position(), charset),
                            source + ":" + TextPosition.of(out.toString(), out.length()),
                            "Convert the file to the encoding that it declares, or correct the"
                                    + " declaration in its first line."));
        }
        return out.flip().toString();
    }

    /**
     * Returns the bytes of a text, with the byte order mark.
     *
     * @throws ProblemException if a character does not exist in this encoding
     */
    public Bytes encode(String text) throws ProblemException {
        try {
            ByteBuffer encoded =
                    charset.newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Bytes body = Bytes.of(bytes);
            return byteOrderMark ? new ByteWriter().bytes(mark()).bytes(body).toBytes() : body;
        } catch (CharacterCodingException unencodable) {
            throw new ProblemException(
                    Problem.of(
                            "The document contains a character that its encoding "
                                    + charset
                                    + " does not have."),
                    unencodable);
        }
    }

    private Bytes mark() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return MARK_UTF_8;
        }
        return charset.equals(StandardCharsets.UTF_16BE) ? MARK_UTF_16_BE : MARK_UTF_16_LE;
    }

    private static Optional<String> declaredIn(String text) {
        Matcher found =
                DECLARED.matcher(text.substring(0, Math.min(text.length(), DECLARATION_LIMIT)));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Charset charset(String source, String name) throws ProblemException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ProblemException(
                    new Problem(
                            "The file declares the encoding "
                                    + name
                                    + ", which Java does"
                                    + " not support.",
                            source + ":1:1",
                            "Convert the file to UTF-8 and declare that encoding."),
                    unknown);
        }
    }

    /** Returns whether this encoding writes a declaration in ASCII bytes, by which it is found. */
    private static boolean spellsDeclarations(Charset charset) {
        return new String(DECLARATION.getBytes(charset), StandardCharsets.ISO_8859_1)
                .equals(DECLARATION);
    }

    private static void refuseUnwritable(String source, Charset charset) throws ProblemException {
        if (!charset.canEncode()) {
            throw new ProblemException(
                    new Problem(
                            "The file is in the encoding "
                                    + charset
                                    + ", which can be read here, but not written.",
                            source + ":1:1",
                            "Convert the file to UTF-8 and declare that encoding."));
        }
    }

    private static boolean startsWith(Bytes data, Bytes prefix) {
        return data.size() >= prefix.size() && data.slice(0, prefix.size()).equals(prefix);
    }
}
