package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import java.util.List;
import java.util.Set;

/** Selects the findings about a command that are certain. */
final class CommandCheck {
    /** The ids of findings about features that one QEMU or one machine lacks. */
    private static final Set<String> OF_THE_TARGET =
            Set.of(
                    "firmware-not-found",
                    "kernel-hashes-unknown",
                    "machine-unknown",
                    "nvram-template-unknown",
                    "qemu-without-sev",
                    "qemu-without-snp");

    private CommandCheck() {}

    /**
     * Returns the command's findings, without those about a target that was neither chosen nor
     * probed.
     */
    static List<Finding> findings(GuestEvidence guest) {
        return guest.command().findings().stream()
                .filter(it -> guest.targetKnown() || !OF_THE_TARGET.contains(it.id()))
                .toList();
    }
}
