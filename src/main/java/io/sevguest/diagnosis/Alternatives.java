package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.KernelBoot;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.measurement.MeasuredFiles.KernelFiles;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.util.List;
import java.util.Optional;

/**
 * Values that may have been meant instead of those that were given.
 *
 * @param tek still its owner's; tried as TIK
 * @param kernel one that the guest boots without kernel hashes
 * @param cpus of a guest that is not known to be SEV-ES
 * @param firmware other images that may have been booted
 * @param initrds others that may have been booted
 */
public record Alternatives(
        Optional<SecretBytes> tek,
        Optional<KernelBoot> kernel,
        Optional<StartState> cpus,
        List<Image> firmware,
        List<Initrd> initrds) {
    /** There are no alternatives. */
    public static final Alternatives NONE = ofKey(Optional.empty());

    public Alternatives {
        firmware = List.copyOf(firmware);
        initrds = List.copyOf(initrds);
    }

    /** A firmware image and its name. */
    public record Image(String name, Bytes content) {}

    /**
     * An initrd's name.
     *
     * @param hash its SHA-256, 32 bytes
     */
    public record Initrd(String name, Bytes hash) {}

    /** The only alternative is another key. */
    public static Alternatives ofKey(Optional<SecretBytes> tek) {
        return new Alternatives(tek, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /**
     * Returns the parts of a guest that are known but not measured, and the files beside those that
     * are. What cannot be read cannot be tried, so it is left out.
     *
     * @param known everything that is known of the guest, whether it is measured or not
     * @param given what should have been measured
     */
    public static Alternatives of(
            Optional<SecretBytes> tek,
            MeasuredFiles known,
            MeasuredGuest given,
            Progress progress) {
        return new Alternatives(
                tek,
                given.kernel().isPresent() ? Optional.empty() : kernel(known, progress),
                given.cpus().isPresent() ? Optional.empty() : cpus(known),
                NeighborFiles.images(known.firmware()),
                initrds(known, given, progress));
    }

    private static Optional<KernelBoot> kernel(MeasuredFiles known, Progress progress) {
        try {
            return known.kernel().isEmpty()
                    ? Optional.empty()
                    : Optional.of(known.kernel().get().read(progress));
        } catch (ProblemException notHere) {
            return Optional.empty();
        }
    }

    private static Optional<StartState> cpus(MeasuredFiles known) {
        try {
            return known.cpus().isEmpty()
                    ? Optional.empty()
                    : known.start(MeasuredFiles.image(known.firmware()));
        } catch (ProblemException firmwareDoesNotTell) {
            return Optional.empty();
        }
    }

    private static List<Initrd> initrds(
            MeasuredFiles known, MeasuredGuest given, Progress progress) {
        boolean isLeftOut = given.kernel().filter(boot -> !boot.hasInitrd()).isPresent();
        Optional<KernelFiles> files = known.kernel().filter(kernel -> isLeftOut);
        return files.isEmpty() ? List.of() : NeighborFiles.initrds(files.get().kernel(), progress);
    }
}
