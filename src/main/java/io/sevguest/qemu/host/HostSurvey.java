package io.sevguest.qemu.host;

import io.sevguest.domain.Availability;
import io.sevguest.domain.Finding;
import io.sevguest.domain.HostFacts;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.QemuFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Combines the information about KVM and SEV from a machine's files and its QEMU. */
record HostSurvey(HostFiles files) {
    /**
     * QEMU's answers about the machine.
     *
     * @param kvm whether QEMU could make a virtual machine under KVM
     */
    record QemuAnswers(boolean kvm, OptionalInt cbitpos, OptionalInt reducedPhysBits) {}

    static OptionalInt number(int value) {
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    HostFacts facts(QemuAnswers told, List<String> messages) {
        Availability kvm = kvm(told, messages);
        return new HostFacts(
                kvm,
                all(kvm, sev(), files.sevDevice()),
                all(kvm, sev(), files.parameter("sev_es", "SEV-ES"), files.sevDevice()),
                orOfProcessor(told.cbitpos(), EpycGeneration::cbitpos),
                orOfProcessor(told.reducedPhysBits(), EpycGeneration::reducedPhysBits),
                files.memoryLockBytes());
    }

    /**
     * Returns QEMU's answer, otherwise the value that this machine's processor is known to need.
     */
    private OptionalInt orOfProcessor(OptionalInt told, ToIntFunction<EpycGeneration> value) {
        return told.isPresent() ? told : files.platform().stream().mapToInt(value).findFirst();
    }

    private Availability kvm(QemuAnswers told, List<String> messages) {
        Availability device = files.kvm();
        if (!device.isPresent() || told.kvm()) {
            return device;
        }
        return Availability.missing(
                "QEMU cannot use KVM: " + String.join(" ", messages).strip(),
                "Check that no other hypervisor runs and that this QEMU was built with KVM.");
    }

    /** A kernel that has switched SEV on has asked the processor; else both are named. */
    private Availability sev() {
        Availability kernel = files.parameter("sev", "SEV");
        return kernel.isPresent() ? kernel : all(files.processor("sev", "SEV"), kernel);
    }

    /** Present where all are; else what is missing, one sentence after the other. */
    private static Availability all(Availability... parts) {
        List<Availability> missing = Stream.of(parts).filter(part -> !part.isPresent()).toList();
        return missing.isEmpty()
                ? Availability.PRESENT
                : Availability.missing(
                        joined(missing.stream().map(Availability::reason)),
                        joined(missing.stream().map(Availability::remedy)));
    }

    private static String joined(Stream<String> sentences) {
        return sentences.distinct().collect(Collectors.joining(" "));
    }

    /** Each missing thing as one finding. */
    List<Finding> findings(HostFacts facts, QemuCapabilities qemu) {
        List<Finding> findings = new ArrayList<>();
        missing("host-kvm", facts.kvm(), findings);
        Availability kernel = files.parameter("sev", "SEV");
        if (!kernel.isPresent()) {
            missing("host-processor-sev", files.processor("sev", "SEV"), findings);
        }
        missing("host-kernel-sev", kernel, findings);
        missing("host-device-sev", files.sevDevice(), findings);
        if (!qemu.securityObjects().containsKey("sev-guest")) {
            findings.add(QemuFindings.TABLE.finding("qemu-without-sev", qemu.build()));
        }
        return findings;
    }

    private static void missing(String id, Availability what, List<Finding> findings) {
        if (!what.isPresent()) {
            findings.add(QemuFindings.TABLE.finding(id, what.reason(), what.remedy()));
        }
    }
}
