package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.blob.BlobDrop;
import io.sevguest.recognition.blob.BlobImport;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.LabelledField;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.List;

/**
 * Any bytes as a file to import: always recognized as something, with a description, and checked
 * for both places.
 */
final class ImportFuzz {
    private ImportFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        RecognizedFile found = Recognition.of("fuzz", Bytes.of(input));
        for (LabelledField field : found.fields()) {
            if (field.offset() < 0 || field.offset() + field.size() > found.decoded().size()) {
                throw new AssertionError("a field outside of the bytes: " + field);
            }
        }
        for (BlobTarget target : BlobTarget.values()) {
            BlobImport.judge(target, found);
        }
        BlobDrop.sort(List.of(found));
    }
}
