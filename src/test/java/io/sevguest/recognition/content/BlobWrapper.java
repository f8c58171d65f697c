package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Wraps bytes in random layers of text, as found in files. */
public final class BlobWrapper {
    private final Random random;

    public BlobWrapper(Random random) {
        this.random = random;
    }

    /** Wrapped bytes and the encodings that were used, outermost first. */
    public record WrappedBlob(Bytes data, List<Encoding> encodings) {}

    public WrappedBlob wrap(Bytes binary, BlobTarget place) {
        Bytes data = binary;
        List<Encoding> encodings = new ArrayList<>(List.of(Encoding.BINARY));
        int layers = random.nextInt(4);
        for (int i = 0; i < layers; i++) {
            boolean outermost = i == layers - 1;
            Encoding layer = layer(i, outermost);
            data = mark(bytes(layer(layer, data, place)), outermost);
            encodings.add(0, layer);
            if (layer == Encoding.XML || layer == Encoding.ARGUMENT) {
                encodings.add(1, Encoding.BASE64);
            }
        }
        return new WrappedBlob(data, encodings);
    }

    /**
     * Returns the encoding of a layer. XML and arguments contain base64, so they are only used as
     * the outermost layer.
     */
    private Encoding layer(int depth, boolean outermost) {
        List<Encoding> choices =
                outermost && depth < 2
                        ? List.of(
                                Encoding.PEM,
                                Encoding.BASE64,
                                Encoding.HEX,
                                Encoding.XML,
                                Encoding.ARGUMENT)
                        : List.of(Encoding.PEM, Encoding.BASE64, Encoding.HEX);
        return choices.get(random.nextInt(choices.size()));
    }

    private String layer(Encoding layer, Bytes data, BlobTarget place) {
        return switch (layer) {
            case PEM -> pem(data);
            case BASE64 -> blanks(base64(data));
            case HEX -> blanks(hex(data));
            case XML -> xml(data.toBase64(), place);
            case ARGUMENT -> argument(data.toBase64(), place);
            case ZIP, BINARY -> throw new IllegalArgumentException("no text");
        };
    }

    private Bytes mark(Bytes text, boolean outermost) {
        return outermost && random.nextInt(4) == 0 ? Bytes.ofHex("efbbbf").append(text) : text;
    }

    private String base64(Bytes data) {
        Base64.Encoder encoder =
                random.nextBoolean()
                        ? Base64.getEncoder()
                        : Base64.getMimeEncoder(
                                4 * (1 + random.nextInt(30)),
                                lineEnd().getBytes(StandardCharsets.UTF_8));
        return (random.nextBoolean() ? encoder : encoder.withoutPadding())
                .encodeToString(data.toArray());
    }

    private String hex(Bytes data) {
        String hex = random.nextBoolean() ? data.toHex() : data.toHex().toUpperCase(Locale.ROOT);
        return switch (random.nextInt(3)) {
            case 0 -> hex;
            case 1 -> hex.replaceAll("(.{60})", "$1" + lineEnd());
            default -> hex.replaceAll("(..)", "$1 ");
        };
    }

    private String blanks(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text + lineEnd();
            case 1 -> "  " + text.replaceAll("(.{40})", "$1 ") + "\t";
            case 2 -> lineEnd() + text + lineEnd() + lineEnd();
            default -> text;
        };
    }

    private String pem(Bytes data) {
        String end = lineEnd();
        String label = List.of("CERTIFICATE", "SEV SESSION", "x").get(random.nextInt(3));
        String body =
                Base64.getMimeEncoder(64, end.getBytes(StandardCharsets.UTF_8))
                        .encodeToString(data.toArray());
        String before = random.nextBoolean() ? "" : "Made by me, on Monday:" + end + end;
        return before
                + "-----BEGIN "
                + label
                + "-----"
                + end
                + body
                + end
                + "-----END "
                + label
                + "-----"
                + end;
    }

    private String xml(String base64, BlobTarget place) {
        String name = place == BlobTarget.SESSION ? "session" : dhCertName();
        String value = random.nextBoolean() ? base64 : "\n    " + base64 + "\n  ";
        String element = "<" + name + ">" + value + "</" + name + ">";
        return switch (random.nextInt(3)) {
            case 0 -> element;
            case 1 -> "<launchSecurity type='sev'>\n  " + element + "\n</launchSecurity>\n";
            default -> "<?xml version='1.0'?>\n<!-- " + name + " -->\n<sev>" + element + "</sev>";
        };
    }

    private String dhCertName() {
        return random.nextBoolean() ? "dhCert" : "dh-cert";
    }

    private String argument(String base64, BlobTarget place) {
        String key = place == BlobTarget.SESSION ? "session-file" : "dh-cert-file";
        return random.nextBoolean()
                ? "-object sev-guest,id=sev0,policy=0x1," + key + "=" + base64 + ",cbitpos=47"
                : "{\"qom-type\":\"sev-guest\",\"id\":\"s\",\"" + key + "\":\"" + base64 + "\"}";
    }

    private String lineEnd() {
        return random.nextBoolean() ? "\n" : "\r\n";
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
