package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.security.MeasuredParts;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.CpuSource;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The expected start of a guest: what its domain says, and what is known beside it.
 *
 * @param parts what the domain says
 * @param firmware the image, where the domain names none or another is meant
 * @param processor of an SEV-ES guest, if the domain does not specify it or another one is meant
 * @param fpuState whether the host's kernel puts the reset state of x87 and SSE in
 */
public record ExpectedGuest(
        MeasuredParts parts,
        Optional<Path> firmware,
        Optional<CpuSignature> processor,
        boolean fpuState) {
    /**
     * The launch digest, 32 bytes.
     *
     * @throws ProblemException if something is missing or cannot be read
     */
    public Bytes digest(Progress progress) throws ProblemException {
        return read(progress).digest(policy());
    }

    /** Reads and hashes the files. */
    MeasuredGuest read(Progress progress) throws ProblemException {
        progress.at("Hashing the firmware, the kernel and the CPUs of the guest", -1);
        return new MeasuredFiles(
                        image(), kernel().filter(found -> parts.kernelHashes()), cpus(policy()))
                .read(progress);
    }

    SevPolicy policy() throws ProblemException {
        return parts.policy()
                .orElseThrow(
                        () ->
                                missing(
                                        "The guest has no SEV policy, so it has no launch"
                                                + " measurement.",
                                        "Choose SEV on the page Launch security."));
    }

    Path image() throws ProblemException {
        return firmware.or(() -> path(parts.firmware()))
                .orElseThrow(
                        () ->
                                missing(
                                        "The guest names no firmware image; libvirt chooses one"
                                                + " when it starts.",
                                        "Name the image that the host boots (virsh dumpxml of the"
                                                + " running guest tells it)."));
    }

    private Optional<MeasuredFiles.KernelFiles> kernel() {
        return path(parts.kernel())
                .map(
                        kernel ->
                                new MeasuredFiles.KernelFiles(
                                        kernel, path(parts.initrd()), parts.cmdline()));
    }

    /** Returns everything that is known, whether it is measured or not. */
    MeasuredFiles known() throws ProblemException {
        return new MeasuredFiles(
                image(),
                kernel(),
                signature()
                        .map(cpu -> new CpuSource.Processor(cpu, fpuState))
                        .map(source -> new MeasuredFiles.Cpus(source, parts.cpus().orElse(1))));
    }

    private Optional<CpuSignature> signature() {
        return processor.or(() -> CpuModel.ofQemuName(parts.cpuModel()).map(CpuModel::signature));
    }

    private Optional<MeasuredFiles.Cpus> cpus(SevPolicy policy) throws ProblemException {
        if (!policy.has(SevPolicy.Flag.ES)) {
            return Optional.empty();
        }
        CpuSignature signature =
                signature()
                        .orElseThrow(
                                () ->
                                        missing(
                                                "The CPUs of an SEV-ES guest are measured, but its"
                                                        + " XML names no EPYC model: it gets the"
                                                        + " host's.",
                                                "Choose the host's processor."));
        var source = new CpuSource.Processor(signature, fpuState);
        return Optional.of(new MeasuredFiles.Cpus(source, parts.cpus().orElse(1)));
    }

    private static Optional<Path> path(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty()).map(Path::of);
    }

    private static ProblemException missing(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
