package io.sevguest.ui.launch;

import io.sevguest.qemu.qmp.QmpEvent;

/**
 * A listener for the output of a launched guest; called on the event thread, except for serial
 * output.
 */
public interface RunListener {
    /** Called on the launch's thread when the guest wrote to its serial line. */
    void serial(byte[] output);

    /** Called for a message of QEMU itself. */
    void message(String line);

    void event(QmpEvent event);

    /** Called for a notice to the user, in full sentences. */
    void notice(String text);
}
