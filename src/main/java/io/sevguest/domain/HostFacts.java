package io.sevguest.domain;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The facts about the machine on which a guest is to start; collected by a task, so that rules stay
 * free of I/O.
 *
 * @param kvm whether /dev/kvm can be opened
 * @param sev whether the kernel has SEV switched on and /dev/sev can be opened
 * @param sevEs the same for SEV-ES
 * @param cbitpos position of the C-bit, if the host reports it
 * @param reducedPhysBits physical address bits lost under encryption, if the host reports them
 * @param memoryLockBytes limit of locked memory of a process started here; empty if it is unlimited
 *     or unknown
 */
public record HostFacts(
        Availability kvm,
        Availability sev,
        Availability sevEs,
        OptionalInt cbitpos,
        OptionalInt reducedPhysBits,
        OptionalLong memoryLockBytes) {
    private static final Availability NOT_ASKED =
            Availability.unknown("The machine has not been checked yet.", "");

    /** The facts before the machine has been checked: all unknown. */
    public static final HostFacts UNKNOWN =
            new HostFacts(
                    NOT_ASKED,
                    NOT_ASKED,
                    NOT_ASKED,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty());
}
