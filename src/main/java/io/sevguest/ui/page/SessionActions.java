package io.sevguest.ui.page;

/** The actions for a guest owner's session. */
public interface SessionActions {
    /** Asks for platform and folder, and makes a session for the guest's policy. */
    void newSession();

    /** Asks for a file and writes there what the host's administrator needs. */
    void exportParameters();
}
