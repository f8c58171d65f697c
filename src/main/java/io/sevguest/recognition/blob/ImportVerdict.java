package io.sevguest.recognition.blob;

import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.List;

/**
 * The verdict whether a file may be imported into an element, with its explanation.
 *
 * @param value what would be written: one line of base64 of the bytes; empty if there are none
 * @param message full sentences; also for what fits
 * @param fix full sentences on what to do; empty where nothing need be done
 * @param remedies what puts it right with one click, best first
 */
public record ImportVerdict(
        BlobTarget target,
        Outcome outcome,
        RecognizedFile recognized,
        String value,
        String message,
        String fix,
        List<ImportRemedy> remedies) {
    /** The outcome of an import. */
    public enum Outcome {
        /** It is what belongs there. */
        FITS,
        /** It is written, with a warning. */
        WARNING,
        /** It is known to be something else: written only if the user insists. */
        OTHER_KIND,
        /** There is nothing that could be written. */
        REFUSED
    }

    public ImportVerdict {
        remedies = List.copyOf(remedies);
    }

    /**
     * Returns whether the value is written.
     *
     * @param asIs whether the user insists on a file of another kind
     */
    public boolean isAllowed(boolean asIs) {
        return switch (outcome) {
            case FITS, WARNING -> true;
            case OTHER_KIND -> asIs;
            case REFUSED -> false;
        };
    }
}
