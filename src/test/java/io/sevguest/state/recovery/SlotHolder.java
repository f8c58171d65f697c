package io.sevguest.state.recovery;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.XmlEncoding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process that saves a document for recovery, prints a message, and waits to be killed. */
final class SlotHolder {
    private SlotHolder() {}

    public static void main(String[] arguments) throws Exception {
        RecoverySlot slot = new Recovery(Path.of(arguments[0])).open();
        slot.keep(document(arguments[1]));
        System.out.println("kept");
        System.out.flush();
        System.in.read();
        slot.remove();
    }

    static UnsavedDocument document(String text) {
        return new UnsavedDocument(
                Optional.of(new UnsavedDocument.ReadFile("/g/ä.xml", Bytes.ofHex("00".repeat(32)))),
                text,
                XmlEncoding.UTF_8,
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
