package io.sevguest.ui.window;

import io.sevguest.domain.Availability;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.MachineModel;

/** A description of this machine in a few words, such as "QEMU 7.2 · KVM · no SEV". */
final class HostText {
    private HostText() {}

    static String of(MachineModel machine, Texts texts) {
        if (machine.noQemu().isPresent()) {
            return texts.get("host.noQemu");
        }
        return machine.report()
                .map(
                        report ->
                                texts.get(
                                        "host.words",
                                        machine.machine().target().version().toText(),
                                        word(report.host().kvm(), "KVM", texts),
                                        word(report.host().sev(), "SEV", texts)))
                .orElse("");
    }

    private static String word(Availability there, String name, Texts texts) {
        return there.isPresent() ? name : texts.get("host.no", name);
    }
}
