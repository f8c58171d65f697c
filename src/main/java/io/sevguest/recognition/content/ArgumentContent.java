package io.sevguest.recognition.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A QEMU command line or a part of one that is about SEV.
 *
 * @param contained the blobs whose text it contains
 * @param files the files that it names
 */
public record ArgumentContent(List<EmbeddedBlob> contained, List<NamedFile> files)
        implements RecognizedContent {
    /** A file that an argument names for a place. */
    public record NamedFile(BlobTarget place, String path) {
        Defect defect() {
            return Defect.of(
                    "The argument does not contain %s, but names the file %s."
                            .formatted(place.words(), path),
                    "Import the file " + path + " itself.");
        }
    }

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
        return files.stream().map(NamedFile::defect).toList();
    }

    /** Returns the defect that an argument only names the file that an element needs. */
    public Optional<Defect> namedFor(BlobTarget place) {
        return files.stream()
                .filter(file -> file.place() == place)
                .map(NamedFile::defect)
                .findFirst();
    }
}
