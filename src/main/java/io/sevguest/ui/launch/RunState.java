package io.sevguest.ui.launch;

/** The progress of a launch. */
public enum RunState {
    /** Nothing was launched from this window yet. */
    IDLE,
    STARTING,
    RUNNING,
    /** It runs, but its processors are halted. */
    PAUSED,
    /** QEMU has stopped it by itself, such as after an error of a disk or a panic. */
    STOPPED,
    ENDED;

    /** Returns the state of a running guest by QEMU's word for it. */
    static RunState ofQemu(String word) {
        return switch (word) {
            case "running" -> RUNNING;
            case "paused", "prelaunch" -> PAUSED;
            default -> STOPPED;
        };
    }

    /** Returns whether QEMU runs and answers. */
    boolean isUp() {
        return this == RUNNING || this == PAUSED || this == STOPPED;
    }

    /** Returns whether there is a guest, or will be. */
    public boolean isAlive() {
        return this == STARTING || isUp();
    }
}
