package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import io.sevguest.session.LaunchSession;
import java.util.List;
import java.util.stream.IntStream;

/** A session blob. Its bytes are random to everyone but the platform, so it cannot be proved. */
public record SessionContent(LaunchSession session) implements RecognizedContent {
    /** Of 128 random bytes far more than this differ. */
    private static final int FEWEST_DIFFERENT = 40;

    @Override
    public Kind kind() {
        return Kind.SESSION_BLOB;
    }

    @Override
    public String summary() {
        return "session blob of a guest owner";
    }

    @Override
    public List<LabelledField> fields() {
        return List.of(
                LabelledField.hex("Nonce", session.nonce(), 0),
                LabelledField.hex("Wrapped keys", session.wrappedKeys(), 16),
                LabelledField.hex("IV", session.iv(), 48),
                LabelledField.hex("Wrap MAC", session.wrapMac(), 64),
                LabelledField.hex("Policy MAC", session.policyMac(), 96));
    }

    @Override
    public List<Defect> defects() {
        Bytes bytes = session.toBytes();
        long different = IntStream.range(0, 128).map(bytes::at).distinct().count();
        return different >= FEWEST_DIFFERENT
                ? List.of()
                : List.of(
                        Defect.of(
                                "The 128 bytes are not random: only "
                                        + different
                                        + " different values occur, so this is no real session"
                                        + " blob.",
                                "Ask the guest owner for the session blob again."));
    }
}
