package io.sevguest.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base64;

/**
 * Encodings of bytes as text: PEM armor, base64 and hex, recognized by content. Nothing is decoded
 * that is not wholly in its alphabet.
 */
public final class TextEncoding {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String ARMOUR_HEAD = "-----BEGIN ";
    private static final String ARMOUR_END = "-----END ";

    /** Base64 whose line ends were lost; prose that speaks of armour has no such long word. */
    private static final String IN_ONE_LINE =
            "(?=[A-Za-z0-9+/]{40,}+[A-Za-z0-9+/= \t]*+" + ARMOUR_END + ")";

    private static final Pattern ARMOUR_BEGIN =
            Pattern.compile(
                    ARMOUR_HEAD
                            + "((?:(?!-----)[^\r\n]){0,200}+)-----[ \t]*+(?:\r?\n|\r|"
                            + IN_ONE_LINE
                            + ")");
    private static final Pattern ARMOUR_HEADER =
            Pattern.compile(
                    "\\A(?:[A-Za-z0-9-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,16}){1,16}\r?\n");
    private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+(={0,2})");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern HEX_SEPARATORS = Pattern.compile("[ \t\r\n:]+");
    private static final Pattern HEX_PREFIX = Pattern.compile("\\A[ \t\r\n]*0[xX]");

    private TextEncoding() {}

    /**
     * One block of PEM armour.
     *
     * @param label the text after {@code BEGIN}
     */
    public record Armor(String label, Bytes content) {}

    /**
     * The characters of text without its byte order mark: of UTF-8; of UTF-16 with its mark, as
     * consoles of Windows write it, if all are ASCII; of ISO 8859-1 if it contains PEM armor. Empty
     * if the bytes are none of these or hold control characters other than tab, line feed, form
     * feed and carriage return.
     */
    public static Optional<String> text(Bytes data) {
        return decoded(data, StandardCharsets.UTF_8)
                .or(() -> utf16(data))
                .or(
                        () ->
                                decoded(data, StandardCharsets.ISO_8859_1)
                                        .filter(text -> text.contains(ARMOUR_HEAD)))
                .filter(text -> text.chars().noneMatch(TextEncoding::isControl));
    }

    private static Optional<String> utf16(Bytes data) {
        boolean marked = data.size() > 1 && (data.at(0) ^ data.at(1)) == 1 && data.at(0) >= 0xfe;
        return marked
                ? decoded(data, StandardCharsets.UTF_16)
                        .filter(text -> text.chars().allMatch(it -> it < 0x80))
                : Optional.empty();
    }

    private static Optional<String> decoded(Bytes data, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(data.toArray())).toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static boolean isControl(int character) {
        return (character < ' ' && "\t\n\f\r".indexOf(character) < 0) || character == 0x7f;
    }

    /**
     * All PEM blocks in order, whatever their labels, also where line ends were lost; text around
     * them is skipped. Empty if there is none, or if the base64 of any is not valid.
     */
    public static List<Armor> pem(String text) {
        List<Armor> blocks = new ArrayList<>();
        Matcher begin = ARMOUR_BEGIN.matcher(text);
        int next = 0;
        int end = 0;
        while (begin.find(next) && end >= 0) {
            next = begin.end();
            end = end < next ? text.indexOf(ARMOUR_END, next) : end;
            String close = ARMOUR_END + begin.group(1) + "-----";
            if (end >= 0 && text.startsWith(close, end)) {
                String body = text.substring(next, end);
                Optional<Bytes> content = base64(ARMOUR_HEADER.matcher(body).replaceFirst(""));
                if (content.isEmpty()) {
                    return List.of();
                }
                blocks.add(new Armor(begin.group(1), content.get()));
                next = end + close.length();
            }
        }
        return List.copyOf(blocks);
    }

    /**
     * The bytes of standard base64 in one line or wrapped, with blanks anywhere, with or without
     * padding. Empty if a character is not in the alphabet, the padding does not fit, or no whole
     * number of bytes is written.
     */
    public static Optional<Bytes> base64(String text) {
        String digits = BLANKS.matcher(text).replaceAll("");
        Matcher shape = BASE64.matcher(digits);
        if (!shape.matches()) {
            return Optional.empty();
        }
        int padding = shape.group(1).length();
        int unpadded = digits.length() - padding;
        boolean wholeBytes = unpadded % 4 != 1;
        boolean paddingFits = padding == 0 || digits.length() % 4 == 0;
        return wholeBytes && paddingFits
                ? Optional.of(Bytes.of(Base64.decodeBase64(digits)))
                : Optional.empty();
    }

    /**
     * Returns whether all of a text is in the base64 alphabet, but its length or padding is wrong.
     */
    public static boolean isDamagedBase64(String text) {
        String digits = BLANKS.matcher(text).replaceAll("");
        return BASE64.matcher(digits).matches() && base64(text).isEmpty();
    }

    /**
     * The bytes of hex digits in either case, in one line or wrapped, with blanks or colons between
     * them, with or without {@code 0x} before them all. Empty if there is another character or a
     * digit is left over.
     */
    public static Optional<Bytes> hex(String text) {
        String unprefixed = HEX_PREFIX.matcher(text).replaceFirst("");
        String digits = HEX_SEPARATORS.matcher(unprefixed).replaceAll("");
        return digits.length() % 2 == 0 && HEX.matcher(digits).matches()
                ? Optional.of(Bytes.ofHex(digits))
                : Optional.empty();
    }
}
