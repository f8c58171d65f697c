package io.sevguest.ui.launch;

import io.sevguest.qemu.qmp.QmpEvent;

/** Who shows what a launched guest says; told on the event thread, except for serial output. */
public interface RunListener {
    /** The guest wrote to its serial line; told on the launch's thread. */
    void serial(byte[] output);

    /** QEMU itself said something. */
    void message(String line);

    void event(QmpEvent event);

    /** Something that whoever started the guest must know, in full sentences. */
    void notice(String text);
}
