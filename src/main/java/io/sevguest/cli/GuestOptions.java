package io.sevguest.cli;

import io.sevguest.domain.MeasuredParts;
import io.sevguest.measurement.CpuModel;
import io.sevguest.measurement.CpuSource;
import io.sevguest.measurement.KernelBoot;
import io.sevguest.measurement.KnownDigest;
import io.sevguest.measurement.LaunchDigest;
import io.sevguest.measurement.Launched;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.measurement.MeasuredFiles.Cpus;
import io.sevguest.measurement.MeasuredFiles.KernelFiles;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What a guest starts with: each thing by its option, else out of a domain XML. The names are those
 * of sevctl and virt-qemu-sev-validate.
 */
final class GuestOptions {
    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            converter = SevPolicyConverter.class,
            description = "The guest's policy: hexadecimal with 0x, decimal without.")
    private Optional<SevPolicy> policy = Optional.empty();

    @Option(
            names = "--domain-xml",
            paramLabel = "GUEST.xml",
            description = "Takes firmware, kernel, policy and CPUs from a domain, if not given.")
    private Optional<Path> domainXml = Optional.empty();

    @Option(
            names = "--launch-digest",
            paramLabel = "DIGEST",
            description = "A launch digest instead of what it is made of: 32 bytes.")
    private Optional<String> launchDigest = Optional.empty();

    @Option(
            names = {"--firmware", "-f"},
            paramLabel = "FILE",
            description = "The firmware that the guest boots.")
    private Optional<Path> firmware = Optional.empty();

    @Option(
            names = {"--kernel", "-k"},
            paramLabel = "FILE",
            description = "The kernel, where kernel hashes are on.")
    private Optional<Path> kernel = Optional.empty();

    @Option(
            names = {"--initrd", "-r"},
            paramLabel = "FILE",
            description = "The kernel's initrd.")
    private Optional<Path> initrd = Optional.empty();

    @Option(
            names = {"--cmdline", "-e"},
            paramLabel = "TEXT",
            description = "The kernel's command line.")
    private Optional<String> cmdline = Optional.empty();

    @Option(
            names = {"--num-cpus", "-n"},
            paramLabel = "N",
            description = "How many CPUs an SEV-ES guest starts with.")
    private Optional<Integer> cpus = Optional.empty();

    @Mixin private CpuOptions processor;

    /**
     * The guest's policy.
     *
     * @throws ProblemException if neither option nor domain tells it
     */
    SevPolicy policy() throws ProblemException {
        if (policy.isPresent()) {
            return policy.get();
        }
        Optional<MeasuredParts> domain = domain();
        return domain.flatMap(MeasuredParts::policy)
                .orElseThrow(
                        () ->
                                missing(
                                        "The guest's policy is missing.",
                                        "Give --policy as virsh domlaunchsecinfo tells it."));
    }

    /** The firmware's file, where one is named. */
    Optional<Path> firmwareFile() throws ProblemException {
        return firmware.isPresent()
                ? firmware
                : domain().map(MeasuredParts::firmware).filter(GuestOptions::isGiven).map(Path::of);
    }

    /**
     * Reads and hashes what the guest starts with.
     *
     * @throws ProblemException if something is missing, contradicts, or cannot be read
     */
    Launched launched(SevPolicy policy, Progress progress) throws ProblemException {
        if (launchDigest.isPresent()) {
            if (firmware.isPresent() || kernel.isPresent() || domainXml.isPresent()) {
                throw missing(
                        "A launch digest stands for firmware, kernel and CPUs.",
                        "Give either --launch-digest or what it is made of.");
            }
            return new KnownDigest(
                    new BytesArgument("--launch-digest", LaunchDigest.SIZE)
                            .read(launchDigest.get()));
        }
        Path image =
                firmwareFile()
                        .orElseThrow(
                                () ->
                                        missing(
                                                "The firmware is missing.",
                                                "Give --firmware: the file that the host boots"
                                                        + " (libvirt writes it into the XML of the"
                                                        + " running guest)."));
        return new MeasuredFiles(image, kernelFiles(), cpus(policy)).read(progress);
    }

    private Optional<KernelFiles> kernelFiles() throws ProblemException {
        if (kernel.isPresent()) {
            return Optional.of(new KernelFiles(kernel.get(), initrd, cmdline.orElse("")));
        }
        if (initrd.isPresent() || cmdline.isPresent()) {
            throw missing(
                    "An initrd or a command line is measured with a kernel alone.",
                    "Give --kernel too, or leave --initrd and --cmdline out.");
        }
        return domain().filter(MeasuredParts::kernelHashes).flatMap(GuestOptions::kernelOf);
    }

    /** A kernel of the domain that kernel hashes leave out, hashed all the same. */
    Optional<KernelBoot> unmeasuredKernel(Progress progress) throws ProblemException {
        Optional<KernelFiles> files =
                kernel.isPresent()
                        ? Optional.empty()
                        : domain().filter(parts -> !parts.kernelHashes())
                                .flatMap(GuestOptions::kernelOf);
        try {
            return files.isEmpty() ? Optional.empty() : Optional.of(files.get().read(progress));
        } catch (ProblemException notHereSoItCannotBeTried) {
            return Optional.empty();
        }
    }

    private static Optional<KernelFiles> kernelOf(MeasuredParts parts) {
        return Optional.of(parts.kernel())
                .filter(GuestOptions::isGiven)
                .map(
                        kernel ->
                                new KernelFiles(
                                        Path.of(kernel),
                                        Optional.of(parts.initrd())
                                                .filter(GuestOptions::isGiven)
                                                .map(Path::of),
                                        parts.cmdline()));
    }

    private Optional<Cpus> cpus(SevPolicy policy) throws ProblemException {
        if (!policy.has(SevPolicy.Flag.ES)) {
            return Optional.empty();
        }
        Optional<MeasuredParts> domain = domain();
        int number =
                cpus.orElseGet(
                        () ->
                                domain.stream()
                                        .flatMapToInt(parts -> parts.cpus().stream())
                                        .findFirst()
                                        .orElse(0));
        if (number < 1) {
            throw missing(
                    "The policy asks for SEV-ES, so the number of CPUs is needed.",
                    "Give --num-cpus, 1 or more.");
        }
        Optional<CpuSource> given = processor.source();
        CpuSource source =
                given.or(
                                () ->
                                        domain.flatMap(
                                                        parts ->
                                                                CpuModel.ofQemuName(
                                                                        parts.cpuModel()))
                                                .map(processor::ofModel))
                        .orElseThrow(
                                () ->
                                        missing(
                                                "The policy asks for SEV-ES, so the state in which"
                                                        + " the CPUs start is needed.",
                                                "Give --cpu-family, --cpu-model and --cpu-stepping"
                                                        + " of the host's processor, or"
                                                        + " --vmsa-cpu0 and --vmsa-cpu1."));
        return Optional.of(new Cpus(source, number));
    }

    private Optional<MeasuredParts> domain() throws ProblemException {
        return domainXml.isEmpty()
                ? Optional.empty()
                : Optional.of(MeasuredParts.of(DomainFile.read(domainXml.get()).domain()));
    }

    private static boolean isGiven(String path) {
        return !path.isEmpty();
    }

    private static ProblemException missing(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
