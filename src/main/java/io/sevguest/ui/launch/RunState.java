package io.sevguest.ui.launch;

/** How far a launch has come. */
public enum RunState {
    /** Nothing was launched from this window yet. */
    IDLE,
    STARTING,
    RUNNING,
    /** It runs, but its processors are halted. */
    PAUSED,
    ENDED;

    /** Whether there is a guest, or will be. */
    public boolean isAlive() {
        return this == STARTING || this == RUNNING || this == PAUSED;
    }
}
