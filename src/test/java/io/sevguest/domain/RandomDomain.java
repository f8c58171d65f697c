package io.sevguest.domain;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A domain written in a random style: encoding, line ends, indentation, quotes, comments, CDATA.
 */
final class RandomDomain {
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r", "");
    private static final List<String> UNITS = List.of("  ", "\t", "    ", "");
    private static final List<String> PLAIN =
            List.of("a", "x y", "\u00fc\u00df", "100", "caf\u00e9");

    private final Random random;
    private final String end;
    private final String unit;
    private final Charset charset;
    private final StringBuilder out = new StringBuilder();

    RandomDomain(long seed) {
        random = new Random(seed);
        end = pick(ENDS);
        unit = pick(UNITS);
        charset =
                pick(
                        List.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.ISO_8859_1,
                                StandardCharsets.UTF_16LE,
                                StandardCharsets.UTF_16BE,
                                Charset.forName("windows-1252")));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** Returns the bytes of the file. */
    byte[] bytes() {
        boolean utf16 = charset.name().startsWith("UTF-16");
        boolean mark = utf16 || (charset.equals(StandardCharsets.UTF_8) && chance(2));
        String declared = utf16 ? "UTF-16" : charset.name();
        if (!charset.equals(StandardCharsets.UTF_8) || chance(2)) {
            out.append("<?xml version=").append(quoted("1.0"));
            out.append(" encoding=").append(quoted(declared)).append("?>").append(end);
        }
        comment(0);
        domain();
        out.append(chance(2) ? end : "");
        byte[] body = out.toString().getBytes(charset);
        byte[] head = mark ? "\ufeff".getBytes(charset) : new byte[0];
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }

    private void domain() {
        out.append("<domain type=").append(quoted("kvm"));
        out.append(" xmlns:q=").append(quoted("urn:q")).append('>');
        leaf("name", 1);
        if (chance(2)) {
            leaf("title", 1);
        }
        leaf("memory", 1);
        if (chance(2)) {
            parent("os", List.of("type", "kernel"));
        }
        if (chance(2)) {
            parent("features", List.of("acpi"));
        }
        if (chance(2)) {
            parent("devices", List.of("emulator", "serial"));
        }
        if (chance(2)) {
            parent("launchSecurity type=" + quoted("sev"), List.of("policy", "other"));
        }
        if (chance(2)) {
            leaf("q:extra", 1);
        }
        comment(1);
        line(0);
        out.append("</domain>");
    }

    private void parent(String start, List<String> children) {
        comment(1);
        line(1);
        out.append('<').append(start).append('>');
        for (String child : children) {
            if (child.equals("policy")) {
                line(2);
                out.append("<policy>")
                        .append(pick(List.of("3", "0x0007", "0X1f")))
                        .append("</policy>");
            } else {
                leaf(child, 2);
            }
            comment(2);
        }
        line(1);
        out.append("</").append(start.split(" ", -1)[0]).append('>');
    }

    private void leaf(String name, int depth) {
        line(depth);
        out.append('<').append(name);
        if (chance(3)) {
            out.append(chance(2) ? " " : end + " ").append("extra=").append(quoted(pick(PLAIN)));
        }
        out.append(chance(4) ? " >" : ">").append(text());
        out.append("</").append(name).append(chance(4) ? " >" : ">");
        if (chance(5)) {
            out.append(pick(List.of(" <!-- about ", " <!-->", "<!-- > "))).append(name);
            out.append(" -->");
        }
    }

    private String text() {
        String plain = pick(PLAIN);
        return switch (random.nextInt(5)) {
            case 0 -> "<![CDATA[" + plain + " & <b>]]>";
            case 1 -> "<!-- c -->" + plain;
            case 2 -> plain + "&amp;&#x20AC;&lt;";
            case 3 -> " " + plain + " ";
            default -> plain;
        };
    }

    private void comment(int depth) {
        if (chance(3)) {
            line(depth);
            out.append(pick(List.of("<!-- <launchSecurity/>", "<!--> <name>", "<!--->", "<!--?>")));
            out.append(" ' \" & ").append(pick(PLAIN)).append(" -->");
            out.append(chance(4) ? "<?editor --> <name ?>" : "");
        }
    }

    private void line(int depth) {
        out.append(end).append(end.isEmpty() ? "" : unit.repeat(depth));
    }

    private String quoted(String value) {
        return chance(2) ? "'" + value + "'" : "\"" + value + "\"";
    }
}
