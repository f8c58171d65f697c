package io.sevguest.qemu.command.draft;

/** Strings as JSON writes them. */
final class JsonText {
    private JsonText() {}

    /** In double quotes; control characters, quotes and backslashes escaped. */
    static String quote(String value) {
        var text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
