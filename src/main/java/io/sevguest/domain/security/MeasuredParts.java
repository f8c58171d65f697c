package io.sevguest.domain.security;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.policy.SevPolicy;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parts of a domain that are measured at its launch.
 *
 * @param firmware path of the image; empty if libvirt chooses one
 * @param kernel path; empty if the guest does not boot one directly
 * @param initrd path; empty if there is none
 * @param cmdline of the kernel
 * @param kernelHashes whether kernel, initrd and command line are measured
 * @param policy empty if the domain has no SEV or a policy that libvirt rejects
 * @param cpus the number with which the guest starts
 * @param cpuModel QEMU's name; empty if the host's processor is passed through
 */
public record MeasuredParts(
        String firmware,
        String kernel,
        String initrd,
        String cmdline,
        boolean kernelHashes,
        Optional<SevPolicy> policy,
        OptionalInt cpus,
        String cpuModel) {
    /** Reads the measured parts of a domain. */
    public static MeasuredParts of(DomainXml domain) {
        Optional<LaunchSecurity.Sev> sev =
                LaunchSecurity.of(domain) instanceof LaunchSecurity.Sev found
                        ? Optional.of(found)
                        : Optional.empty();
        String current = domain.attributeAt("vcpu", "current");
        return new MeasuredParts(
                domain.textAt("os/loader"),
                domain.textAt("os/kernel"),
                domain.textAt("os/initrd"),
                domain.at("os/cmdline").map(Element::rawText).orElse(""),
                sev.filter(found -> found.kernelHashes() == Toggle.YES).isPresent(),
                sev.flatMap(found -> found.policy().value()),
                DecimalNumber.of(current.isEmpty() ? domain.textAt("vcpu") : current),
                domain.textAt("cpu/model"));
    }
}
