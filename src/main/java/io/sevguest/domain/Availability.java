package io.sevguest.domain;

/**
 * The availability of a feature of the machine.
 *
 * @param reason why the feature is missing or unknown, in full sentences; empty if it is available
 * @param remedy what to do about it, in full sentences; empty if nothing needs to be done
 */
public record Availability(State state, String reason, String remedy) {
    /**
     * The state of a feature: available, missing or unknown. A file that may not be read is
     * unknown, not missing.
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
