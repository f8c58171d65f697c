package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.EscapedText;

/**
 * One field of something recognized, to be shown beside its bytes.
 *
 * @param label what it is, such as {@code Usage}
 * @param value its meaning in words, or its bytes in hex
 * @param offset of its first byte in the decoded bytes
 * @param size how many bytes; 0 if it is a fact about the whole
 */
public record LabelledField(String label, String value, int offset, int size) {
    public LabelledField {
        value = EscapedText.text(value);
    }

    static LabelledField fact(String label, String value) {
        return new LabelledField(label, value, 0, 0);
    }

    static LabelledField hex(String label, Bytes value, int offset) {
        return new LabelledField(label, value.toHex(), offset, value.size());
    }
}
