package io.sevguest.certificate;

import java.util.List;

/** The worth of the signatures of one signer, from the best to the worst. */
public enum SignatureState {
    /** They verify, and zeros follow them. */
    GOOD,
    /** They verify, but somebody altered the bytes after one of them, which nothing signs. */
    FOLLOWED,
    /** One of them does not verify. */
    BAD;

    /** Returns the worst of several; bad if there are none. */
    static SignatureState worst(List<SignatureState> states) {
        return states.stream().reduce((one, other) -> one.max(other)).orElse(BAD);
    }

    private SignatureState max(SignatureState other) {
        return compareTo(other) < 0 ? other : this;
    }
}
