package io.sevguest.domain;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The facts about the machine on which a guest is to start; gathered by a task, so that judging
 * stays pure.
 *
 * @param kvm whether /dev/kvm can be opened
 * @param sev whether the kernel has SEV switched on and /dev/sev can be opened
 * @param sevEs the same for SEV-ES
 * @param cbitpos position of the C-bit, where the host tells it
 * @param reducedPhysBits physical address bits lost under encryption, where the host tells them
 * @param memoryLockBytes limit of locked memory of a process started here; empty where it is
 *     unlimited or not known
 */
public record HostFacts(
        Availability kvm,
        Availability sev,
        Availability sevEs,
        OptionalInt cbitpos,
        OptionalInt reducedPhysBits,
        OptionalLong memoryLockBytes) {
    private static final Availability NOT_ASKED =
            Availability.unknown("The machine was not asked yet.", "");

    /** The facts before the machine was asked: none. */
    public static final HostFacts UNKNOWN =
            new HostFacts(
                    NOT_ASKED,
                    NOT_ASKED,
                    NOT_ASKED,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty());
}
