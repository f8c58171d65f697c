package io.sevguest.launch.run;

import io.sevguest.bytes.Bytes;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.qemu.qmp.QmpEvent;

/** Follows a guest; called on threads of the launch, in order for each kind. */
public interface GuestListener {
    /** The guest wrote to its serial line. */
    void serial(Bytes output);

    /** QEMU itself said something. */
    void message(String line);

    void event(QmpEvent event);

    /** Something that whoever started the guest must know, in full sentences. */
    void notice(String text);

    /** The guest is now run in another way: see {@link RunningGuest#plan()}. */
    void restarted(LaunchPlan plan);
}
