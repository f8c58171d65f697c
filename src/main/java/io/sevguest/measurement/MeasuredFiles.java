package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.FileHash;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.vmsa.CpuSource;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a guest that are measured at its launch, not read yet.
 *
 * @param firmware the image that the guest boots, as a whole
 * @param kernel where kernel hashes are on
 * @param cpus where the guest's policy asks for SEV-ES
 */
public record MeasuredFiles(Path firmware, Optional<KernelFiles> kernel, Optional<Cpus> cpus) {
    /** A firmware image cannot be larger: it lies below 4 GiB beside other things. */
    private static final int FIRMWARE_LIMIT = 64 << 20;

    /** No host starts more: KVM on x86 stops there. */
    private static final int MOST_CPUS = 4096;

    /**
     * A kernel that QEMU boots directly.
     *
     * @param cmdline empty where there is none
     */
    public record KernelFiles(Path kernel, Optional<Path> initrd, String cmdline) {
        /**
         * Hashes the files.
         *
         * @throws ProblemException if one cannot be read
         */
        public KernelBoot read(Progress progress) throws ProblemException {
            return new KernelBoot(
                    FileHash.sha256(kernel, progress),
                    initrd.isPresent()
                            ? FileHash.sha256(initrd.get(), progress)
                            : KernelHashes.NO_INITRD,
                    cmdline);
        }
    }

    /**
     * A number of CPUs.
     *
     * @param number 1 or more
     */
    public record Cpus(CpuSource source, int number) {}

    /**
     * Reads a firmware image.
     *
     * @throws ProblemException if it cannot be read or is larger than one can be
     */
    public static Bytes image(Path firmware) throws ProblemException {
        return SizedFile.read(firmware, FIRMWARE_LIMIT);
    }

    /**
     * Reads the firmware, and hashes kernel and initrd piece by piece.
     *
     * @throws ProblemException if a file cannot be read, or the firmware does not tell what the
     *     CPUs need
     */
    public MeasuredGuest read(Progress progress) throws ProblemException {
        Bytes image = image(firmware);
        Optional<StartState> state = start(image);
        Optional<KernelBoot> boot =
                kernel.isEmpty() ? Optional.empty() : Optional.of(kernel.get().read(progress));
        return new MeasuredGuest(new LaunchDigest(image), boot, state);
    }

    /**
     * Returns the start state of the CPUs.
     *
     * @param image the whole firmware
     * @throws ProblemException if the firmware does not contain the addresses they need
     */
    public Optional<StartState> start(Bytes image) throws ProblemException {
        if (cpus.isEmpty()) {
            return Optional.empty();
        }
        int number = cpus.get().number();
        if (number > MOST_CPUS) {
            throw new ProblemException(
                    Problem.of(
                                    "The guest would have %,d CPUs, but KVM starts at most %,d."
                                            .formatted(number, MOST_CPUS))
                            .withFix("Give the number of CPUs that the guest starts with."));
        }
        return Optional.of(cpus.get().source().state(number, firmware.toString(), image));
    }
}
