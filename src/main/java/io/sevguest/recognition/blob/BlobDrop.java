package io.sevguest.recognition.blob;

import io.sevguest.recognition.blob.ImportVerdict.Outcome;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Several files given at once, sorted into the two places by content.
 *
 * @param verdicts at most one for each place: the best fitting file
 * @param left files that found no place
 */
public record BlobDrop(Map<BlobTarget, ImportVerdict> verdicts, List<RecognizedFile> left) {
    public BlobDrop {
        verdicts = Map.copyOf(verdicts);
        left = List.copyOf(left);
    }

    /** Sorts files; what is not recognized takes no place by guess. */
    public static BlobDrop sort(List<RecognizedFile> files) {
        Map<BlobTarget, ImportVerdict> best = new EnumMap<>(BlobTarget.class);
        Map<BlobTarget, RecognizedFile> source = new EnumMap<>(BlobTarget.class);
        for (RecognizedFile file : files) {
            for (ImportVerdict verdict : verdictsOf(file)) {
                ImportVerdict other = best.get(verdict.target());
                if (other == null || verdict.outcome().compareTo(other.outcome()) < 0) {
                    best.put(verdict.target(), verdict);
                    source.put(verdict.target(), file);
                }
            }
        }
        List<RecognizedFile> left = new ArrayList<>(files);
        left.removeAll(source.values());
        return new BlobDrop(best, left);
    }

    private static List<ImportVerdict> verdictsOf(RecognizedFile file) {
        return switch (file.kind()) {
            case SESSION_BLOB -> List.of(BlobImport.judge(BlobTarget.SESSION, file));
            case DOMAIN_XML, QEMU_ARGUMENT ->
                    List.of(
                                    BlobImport.judge(BlobTarget.DH_CERT, file),
                                    BlobImport.judge(BlobTarget.SESSION, file))
                            .stream()
                            .filter(verdict -> verdict.outcome() == Outcome.FITS)
                            .toList();
            case UNKNOWN, UNREADABLE -> List.of();
            default -> List.of(BlobImport.judge(BlobTarget.DH_CERT, file));
        };
    }
}
