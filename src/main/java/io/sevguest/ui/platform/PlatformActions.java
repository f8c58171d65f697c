package io.sevguest.ui.platform;

/** The actions for the certificates of a platform. */
public interface PlatformActions {
    /** Asks for files and opens the platform in them. */
    void open();

    /** Opens the platform in the text on the clipboard, such as the output of a terminal. */
    void paste();

    /** Asks for a file and writes all certificates there, in the order of {@code sevctl export}. */
    void saveAsOne();

    /** Asks for a folder and writes each certificate there, named after its usage. */
    void split();

    /** Asks whether to trust the chain's root, and verifies the chain again. */
    void trustRoot();

    /** Closes the platform. */
    void close();
}
