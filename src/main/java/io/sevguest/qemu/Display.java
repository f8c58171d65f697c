package io.sevguest.qemu;

/** The place where a guest's screen is shown; never on a TCP port. */
public enum Display {
    /** A VNC server on a UNIX socket in the launch directory. */
    VNC_SOCKET,
    /** A window of QEMU's own. */
    WINDOW,
    NONE
}
