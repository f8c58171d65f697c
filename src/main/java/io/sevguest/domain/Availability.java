package io.sevguest.domain;

/**
 * The answer whether a machine has something.
 *
 * @param reason why not, or why it cannot be known, in full sentences; empty where it is there
 * @param remedy what to do about it, in full sentences; empty where nothing is to be done
 */
public record Availability(State state, String reason, String remedy) {
    /**
     * Known to be there, known to be missing, or not known: "may not read" is not "is not there".
     */
    public enum State {
        PRESENT,
        MISSING,
        UNKNOWN
    }

    public static final Availability PRESENT = new Availability(State.PRESENT, "", "");

    public static Availability missing(String reason, String remedy) {
        return new Availability(State.MISSING, reason, remedy);
    }

    public static Availability unknown(String reason, String remedy) {
        return new Availability(State.UNKNOWN, reason, remedy);
    }

    public boolean isPresent() {
        return state == State.PRESENT;
    }
}
