package io.sevguest.qemu.host;

import io.sevguest.domain.Finding;
import io.sevguest.domain.HostFacts;
import java.util.List;

/**
 * The result of probing QEMU and this machine.
 *
 * @param findings each thing an encrypted guest would miss, with its remedy
 */
public record ProbeReport(QemuCapabilities qemu, HostFacts host, List<Finding> findings) {
    public ProbeReport {
        findings = List.copyOf(findings);
    }
}
