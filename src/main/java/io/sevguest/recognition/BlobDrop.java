package io.sevguest.recognition;

import io.sevguest.recognition.ImportVerdict.Outcome;
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
public record BlobDrop(Map<BlobTarget, ImportVerdict> verdicts, List<Recognized> left) {
    public BlobDrop {
        verdicts = Map.copyOf(verdicts);
        left = List.copyOf(left);
    }

    /** Sorts files; what is not recognised takes no place by guess. */
    public static BlobDrop sort(List<Recognized> files) {
        Map<BlobTarget, ImportVerdict> best = new EnumMap<>(BlobTarget.class);
        Map<BlobTarget, Recognized> source = new EnumMap<>(BlobTarget.class);
        for (Recognized file : files) {
            for (ImportVerdict verdict : verdictsOf(file)) {
                ImportVerdict other = best.get(verdict.target());
                if (other == null || verdict.outcome().compareTo(other.outcome()) < 0) {
                    best.put(verdict.target(), verdict);
                    source.put(verdict.target(), file);
                }
            }
        }
        List<Recognized> left = new ArrayList<>(files);
        left.removeAll(source.values());
        return new BlobDrop(best, left);
    }

    private static List<ImportVerdict> verdictsOf(Recognized file) {
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
