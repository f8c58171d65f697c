package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import java.util.List;
import java.util.Set;

/** Chooses, of the findings about a command, those that are certain. */
final class CommandCheck {
    /** Ids of findings about what one QEMU or one machine lacks, whatever the document asks for. */
    private static final Set<String> OF_THE_TARGET =
            Set.of(
                    "firmware-not-found",
                    "kernel-hashes-unknown",
                    "machine-unknown",
                    "nvram-template-unknown",
                    "qemu-without-sev",
                    "qemu-without-snp");

    private CommandCheck() {}

    /** The command's findings, without those about a target that nobody chose or asked. */
    static List<Finding> findings(GuestEvidence guest) {
        return guest.command().findings().stream()
                .filter(it -> guest.targetKnown() || !OF_THE_TARGET.contains(it.id()))
                .toList();
    }
}
