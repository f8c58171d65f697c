package io.sevguest.qemu.host;

import io.sevguest.domain.HostFacts;
import java.util.List;

/** The survey of this machine without starting a process: by its files. */
public final class PassiveHostSurvey {
    private PassiveHostSurvey() {}

    /** The facts, those left out that only QEMU knows; KVM counts as usable if it can be opened. */
    public static HostFacts facts() {
        var told = new HostSurvey.QemuAnswers(true, HostSurvey.number(-1), HostSurvey.number(-1));
        return new HostSurvey(HostFiles.OF_THIS_MACHINE).facts(told, List.of());
    }
}
