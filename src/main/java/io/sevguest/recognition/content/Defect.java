package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.EscapedText;
import java.util.Optional;

/**
 * Something that is wrong with a file.
 *
 * @param what full sentences
 * @param fix full sentences on what to do; empty where nothing can be said
 * @param remedy the bytes as they should be, where they can be had from the file itself
 */
public record Defect(String what, String fix, Optional<Bytes> remedy) {
    public Defect {
        what = EscapedText.text(what);
        fix = EscapedText.text(fix);
    }

    public static Defect of(String what, String fix) {
        return new Defect(what, fix, Optional.empty());
    }
}
