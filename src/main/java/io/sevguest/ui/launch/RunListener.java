package io.sevguest.ui.launch;

import io.sevguest.qemu.qmp.QmpEvent;

/** Shows the output of a launched guest; called on the event thread, except for serial output. */
public interface RunListener {
    /** The guest wrote to its serial line; told on the launch's thread. */
    void serial(byte[] output);

    /** QEMU itself said something. */
    void message(String line);

    void event(QmpEvent event);

    /** Something that whoever started the guest must know, in full sentences. */
    void notice(String text);
}
