package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.cli.option.DomainFile;
import io.sevguest.cli.option.SevPolicyConverter;
import io.sevguest.diagnosis.Alternatives;
import io.sevguest.domain.security.MeasuredParts;
import io.sevguest.measurement.KnownDigest;
import io.sevguest.measurement.LaunchDigest;
import io.sevguest.measurement.MeasuredContent;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.measurement.MeasuredFiles.Cpus;
import io.sevguest.measurement.MeasuredFiles.KernelFiles;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.firmware.Firmware;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSource;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options for the inputs of a guest's launch. Inputs without an option come from a domain XML.
 * The option names are those of sevctl and virt-qemu-sev-validate.
 */
final class GuestOptions {
    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            converter = SevPolicyConverter.class,
            description = "The policy of the guest, in decimal or in hexadecimal with 0x.")
    private Optional<SevPolicy> policy = Optional.empty();

    @Option(
            names = "--domain-xml",
            paramLabel = "GUEST.xml",
            description =
                    "Take the firmware, kernel, policy and CPUs from this domain XML unless options"
                            + " give them.")
    private Optional<Path> domainXml = Optional.empty();

    @Option(
            names = "--launch-digest",
            paramLabel = "DIGEST",
            description =
                    "The launch digest, instead of its inputs: a file, hex or base64 of 32 bytes.")
    private Optional<String> launchDigest = Optional.empty();

    @Option(
            names = {"--firmware", "-f"},
            paramLabel = "FILE",
            description = "The firmware image that the guest boots.")
    private Optional<Path> firmware = Optional.empty();

    @Option(
            names = {"--kernel", "-k"},
            paramLabel = "FILE",
            description = "The kernel, if kernel hashes are enabled.")
    private Optional<Path> kernel = Optional.empty();

    @Option(
            names = {"--initrd", "-r"},
            paramLabel = "FILE",
            description = "The initrd of the kernel.")
    private Optional<Path> initrd = Optional.empty();

    @Option(
            names = {"--cmdline", "-e"},
            paramLabel = "TEXT",
            description = "The command line of the kernel.")
    private Optional<String> cmdline = Optional.empty();

    @Option(
            names = {"--num-cpus", "-n"},
            paramLabel = "N",
            description = "The number of CPUs that an SEV-ES guest starts with.")
    private Optional<Integer> cpus = Optional.empty();

    @Mixin private CpuOptions processor;

    /** The measured parts of the domain, after it has been read. */
    private Optional<MeasuredParts> parts = Optional.empty();

    /**
     * Returns the policy of the guest.
     *
     * @throws ProblemException if neither the option nor the domain specifies it
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
                                        "Give --policy as shown by virsh domlaunchsecinfo."));
    }

    /**
     * Reads and hashes the content that the guest starts with.
     *
     * @throws ProblemException if an input is missing, contradictory or unreadable
     */
    MeasuredContent launched(SevPolicy policy, Progress progress) throws ProblemException {
        if (launchDigest.isPresent()) {
            if (firmware.isPresent() || kernel.isPresent() || domainXml.isPresent()) {
                throw missing(
                        "--launch-digest cannot be combined with the firmware, kernel or domain"
                                + " XML.",
                        "Give either --launch-digest or its inputs.");
            }
            return new KnownDigest(
                    new BytesArgument("--launch-digest", LaunchDigest.SIZE)
                            .read(launchDigest.get()));
        }
        Optional<KernelFiles> told = kernelFiles();
        Optional<KernelFiles> measured = kernelHashes() ? told : Optional.empty();
        return new MeasuredFiles(image(), measured, cpus(policy)).read(progress);
    }

    /**
     * Returns the alternative inputs to try when the measurement does not match.
     *
     * @param given the content read from these options
     */
    Alternatives alternatives(Optional<SecretBytes> tek, MeasuredContent given, Progress progress)
            throws ProblemException {
        return given instanceof MeasuredGuest guest
                ? Alternatives.of(tek, known(), guest, progress)
                : Alternatives.ofKey(tek);
    }

    /**
     * Returns warnings about requested content for which the firmware has no area.
     *
     * @param isSecret whether a launch secret is injected
     * @throws ProblemException if the firmware cannot be read
     */
    List<String> lacking(boolean isSecret) throws ProblemException {
        boolean isKernel = kernelHashes() && kernelFiles().isPresent();
        if (launchDigest.isPresent() || (!isKernel && !isSecret)) {
            return List.of();
        }
        Bytes image = MeasuredFiles.image(image());
        if (!Firmware.hasTable(image)) {
            return List.of();
        }
        try {
            return lacking(Firmware.parse(image().toString(), image), isKernel, isSecret);
        } catch (ProblemException damaged) {
            return List.of(damaged.problem().what());
        }
    }

    private static List<String> lacking(Firmware firmware, boolean isKernel, boolean isSecret) {
        List<String> lacking = new ArrayList<>();
        if (isKernel && firmware.hashArea().isEmpty()) {
            lacking.add(
                    "The firmware has no area for kernel hashes, so QEMU does not start it with"
                            + " them. Use a build with such an area, for example OVMF.amdsev.fd.");
        }
        if (isSecret && firmware.secretArea().isEmpty()) {
            lacking.add(
                    "The firmware has no area for a launch secret, so the guest does not receive"
                            + " it. Use a build with such an area, for example OVMF.amdsev.fd.");
        }
        return lacking;
    }

    /** Returns all given inputs, including those that are not measured. */
    private MeasuredFiles known() throws ProblemException {
        return new MeasuredFiles(image(), kernelFiles(), unmeasuredCpus());
    }

    private Path image() throws ProblemException {
        return (firmware.isPresent() ? firmware : named(domain(), MeasuredParts::firmware))
                .orElseThrow(
                        () ->
                                missing(
                                        "The firmware is missing.",
                                        "Give the file that the host boots with --firmware. libvirt"
                                                + " shows it in the XML of the running guest."));
    }

    /** Returns whether the kernel is measured. A kernel given by an option always is. */
    private boolean kernelHashes() throws ProblemException {
        return kernel.isPresent()
                || initrd.isPresent()
                || cmdline.isPresent()
                || domain().filter(MeasuredParts::kernelHashes).isPresent();
    }

    private Optional<KernelFiles> kernelFiles() throws ProblemException {
        Optional<MeasuredParts> domain = domain();
        Optional<Path> image = kernel.isPresent() ? kernel : named(domain, MeasuredParts::kernel);
        if (image.isEmpty() && (initrd.isPresent() || cmdline.isPresent())) {
            throw missing(
                    "--initrd and --cmdline can only be used with a kernel.",
                    "Give --kernel too, or remove --initrd and --cmdline.");
        }
        return image.map(
                file ->
                        new KernelFiles(
                                file,
                                initrd.or(() -> named(domain, MeasuredParts::initrd)),
                                cmdline.or(() -> domain.map(MeasuredParts::cmdline)).orElse("")));
    }

    private static Optional<Path> named(
            Optional<MeasuredParts> domain, Function<MeasuredParts, String> part) {
        return domain.map(part).filter(path -> !path.isEmpty()).map(Path::of);
    }

    private Optional<Cpus> cpus(SevPolicy policy) throws ProblemException {
        if (!policy.has(SevPolicy.Flag.ES)) {
            return Optional.empty();
        }
        int number = number();
        if (number < 1) {
            throw missing(
                    "The policy requires SEV-ES, so the number of CPUs is needed.",
                    "Give --num-cpus with a number of 1 or more.");
        }
        CpuSource source =
                source().orElseThrow(
                                () ->
                                        missing(
                                                "The policy requires SEV-ES, so the start state of"
                                                        + " the CPUs is needed.",
                                                "Give --cpu-family, --cpu-model and --cpu-stepping"
                                                        + " of the host's processor, or"
                                                        + " --vmsa-cpu0 and --vmsa-cpu1."));
        return Optional.of(new Cpus(source, number));
    }

    /** Returns the CPUs of a guest without SEV-ES, if they are given. */
    private Optional<Cpus> unmeasuredCpus() throws ProblemException {
        int number = number();
        return number < 1 ? Optional.empty() : source().map(source -> new Cpus(source, number));
    }

    /** Returns the number of CPUs; 0 if it is unknown. */
    private int number() throws ProblemException {
        OptionalInt domain = domain().map(MeasuredParts::cpus).orElse(OptionalInt.empty());
        return cpus.orElse(domain.orElse(0));
    }

    private Optional<CpuSource> source() throws ProblemException {
        Optional<MeasuredParts> domain = domain();
        return processor
                .source()
                .or(
                        () ->
                                domain.flatMap(parts -> CpuModel.ofQemuName(parts.cpuModel()))
                                        .map(processor::ofModel));
    }

    private Optional<MeasuredParts> domain() throws ProblemException {
        if (domainXml.isPresent() && parts.isEmpty()) {
            parts = Optional.of(MeasuredParts.of(DomainFile.read(domainXml.get()).domain()));
        }
        return parts;
    }

    private static ProblemException missing(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
