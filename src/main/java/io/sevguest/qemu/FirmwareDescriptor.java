package io.sevguest.qemu;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A firmware image as its JSON descriptor describes it.
 *
 * @param name file name of the descriptor, without its folder
 * @param interfaceTypes such as {@code uefi}
 * @param features such as {@code amd-sev}, {@code requires-smm}
 *     <p>Source: QEMU docs/interop/firmware.json
 */
public record FirmwareDescriptor(
        String name,
        String description,
        Set<String> interfaceTypes,
        Mapping mapping,
        List<Target> targets,
        Set<String> features) {
    public FirmwareDescriptor {
        interfaceTypes = Set.copyOf(interfaceTypes);
        targets = List.copyOf(targets);
        features = Set.copyOf(features);
    }

    /** The way in which the image gets into the guest. */
    public sealed interface Mapping permits Flash, Memory, Kernel, Other {}

    /** A file and its format, {@code raw} or {@code qcow2}. */
    public record Image(String file, String format) {}

    /** Parallel flash; the NVRAM template is there in mode {@code split} alone. */
    public record Flash(FlashMode mode, Image executable, Optional<Image> nvramTemplate)
            implements Mapping {}

    /** Read-only memory, given by {@code -bios}. */
    public record Memory(String file) implements Mapping {}

    /** A flat image given in place of a kernel. */
    public record Kernel(String file) implements Mapping {}

    /** A mapping this program does not use, such as {@code igvm}. */
    public record Other(String device) implements Mapping {}

    /** The place where firmware in flash keeps its variables. */
    public enum FlashMode {
        SPLIT,
        COMBINED,
        STATELESS
    }

    /**
     * Machines the image is made for.
     *
     * @param machines globs, such as {@code pc-q35-*}
     */
    public record Target(String architecture, List<String> machines) {
        public Target {
            machines = List.copyOf(machines);
        }
    }

    public boolean has(String feature) {
        return features.contains(feature);
    }
}
