package io.sevguest.certificate.chain;

/** The state of a link of a chain. */
public sealed interface LinkState {
    /**
     * The signature is right.
     *
     * @param note the key it was checked with, if that is not from a given certificate; otherwise
     *     empty
     */
    record Good(String note) implements LinkState {
        @Override
        public String toText() {
            return "ok";
        }
    }

    /**
     * The link must not be trusted.
     *
     * @param why a phrase without a period
     */
    record Failed(String why) implements LinkState {
        @Override
        public String toText() {
            return "fail: " + why;
        }
    }

    /**
     * The link cannot be checked.
     *
     * @param why a phrase without a period
     */
    record Unknown(String why) implements LinkState {
        @Override
        public String toText() {
            return "unknown: " + why;
        }
    }

    /** The state in JSON: {@code ok}, {@code fail: why} or {@code unknown: why}. */
    String toText();

    default boolean isGood() {
        return this instanceof Good;
    }

    default boolean isFailed() {
        return this instanceof Failed;
    }
}
