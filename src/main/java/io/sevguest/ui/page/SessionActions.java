package io.sevguest.ui.page;

/** The actions for a guest owner's session. */
public interface SessionActions {
    /** Asks for platform and folder, and makes a session for the guest's policy. */
    void newSession();

    /** Asks for a file and writes the launch parameters for the host's administrator. */
    void exportParameters();
}
