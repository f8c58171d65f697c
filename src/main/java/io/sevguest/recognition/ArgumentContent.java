package io.sevguest.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * A QEMU command line or a part of one that is about SEV.
 *
 * @param contained the blobs whose text stands in it
 * @param files the files that it names
 */
public record ArgumentContent(List<Contained> contained, List<NamedFile> files) implements Content {
    /** A file that an argument names for a place. */
    public record NamedFile(BlobTarget place, String path) {}

    public ArgumentContent {
        contained = List.copyOf(contained);
        files = List.copyOf(files);
    }

    @Override
    public Kind kind() {
        return Kind.QEMU_ARGUMENT;
    }

    @Override
    public String summary() {
        return "QEMU argument";
    }

    @Override
    public List<LabelledField> fields() {
        List<LabelledField> fields = new ArrayList<>(DomainContent.fieldsOf(contained));
        for (NamedFile file : files) {
            fields.add(LabelledField.fact(file.place().element() + " file", file.path()));
        }
        return List.copyOf(fields);
    }

    @Override
    public List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        for (NamedFile file : files) {
            defects.add(
                    Defect.of(
                            "The argument does not hold %s, it names the file %s."
                                    .formatted(file.place().words(), file.path()),
                            "Import the file " + file.path() + " itself."));
        }
        return List.copyOf(defects);
    }
}
