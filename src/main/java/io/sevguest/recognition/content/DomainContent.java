package io.sevguest.recognition.content;

import io.sevguest.problem.Count;
import java.util.ArrayList;
import java.util.List;

/**
 * A libvirt domain XML, or the part of one that holds the launch security.
 *
 * @param summary what it is, in words
 * @param contained the blobs in it
 * @param defects why it cannot be read as a domain
 */
public record DomainContent(String summary, List<EmbeddedBlob> contained, List<Defect> defects)
        implements RecognizedContent {
    public DomainContent {
        contained = List.copyOf(contained);
        defects = List.copyOf(defects);
    }

    @Override
    public Kind kind() {
        return Kind.DOMAIN_XML;
    }

    @Override
    public List<LabelledField> fields() {
        return fieldsOf(contained);
    }

    static List<LabelledField> fieldsOf(List<EmbeddedBlob> contained) {
        List<LabelledField> fields = new ArrayList<>();
        for (EmbeddedBlob blob : contained) {
            fields.add(
                    LabelledField.fact(
                            blob.place().element(),
                            "%s, %s"
                                    .formatted(
                                            blob.recognized().content().summary(),
                                            Count.of(blob.recognized().decoded().size(), "byte"))));
        }
        return List.copyOf(fields);
    }
}
