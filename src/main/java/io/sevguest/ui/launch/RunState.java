package io.sevguest.ui.launch;

/** The progress of a launch. */
public enum RunState {
    /** No guest has been launched from this window yet. */
    IDLE,
    STARTING,
    RUNNING,
    /** QEMU is running, but the guest's processors are paused. */
    PAUSED,
    /** QEMU has stopped the guest by itself, for example after a disk error or a panic. */
    STOPPED,
    ENDED;

    /** Returns the state of a running guest for a status of QEMU. */
    static RunState ofQemu(String word) {
        return switch (word) {
            case "running" -> RUNNING;
            case "paused", "prelaunch" -> PAUSED;
            default -> STOPPED;
        };
    }

    /** Returns whether QEMU is running and responds. */
    boolean isUp() {
        return this == RUNNING || this == PAUSED || this == STOPPED;
    }

    /** Returns whether there is a guest or one is starting. */
    public boolean isAlive() {
        return this == STARTING || isUp();
    }
}
