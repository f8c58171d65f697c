package io.sevguest.qemu.host;

import io.sevguest.domain.Availability;
import io.sevguest.qemu.EpycGeneration;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a Linux machine that describe KVM and SEV.
 *
 * @param root {@code /}, or the folder of a captured machine
 */
record HostFiles(Path root) {
    private static final System.Logger LOG = System.getLogger(HostFiles.class.getName());
    private static final Pattern MEMORY_LOCK =
            Pattern.compile("^Max locked memory\\s+(\\d+)\\s", Pattern.MULTILINE);
    private static final Pattern CAPABILITIES =
            Pattern.compile("^CapEff:\\s*([0-9a-f]{1,16})$", Pattern.MULTILINE);

    /** Source: capabilities(7), CAP_IPC_LOCK is number 14. */
    private static final int IPC_LOCK = 14;

    static final HostFiles OF_THIS_MACHINE = new HostFiles(Path.of("/"));

    /** Returns whether {@code /dev/kvm} can be opened. */
    Availability kvm() {
        if (!Files.exists(root.resolve("dev/kvm"))) {
            return Availability.missing(
                    "/dev/kvm does not exist.",
                    "Switch on virtualisation (SVM) in the firmware setup and load the module:"
                            + " sudo modprobe kvm_amd.");
        }
        return opened(
                "dev/kvm",
                "Join the group of the device: sudo usermod -aG kvm $USER, then"
                        + " log in again.");
    }

    /** Returns whether the kernel has switched SEV, or SEV-ES, on. */
    Availability parameter(String name, String feature) {
        Path file = root.resolve("sys/module/kvm_amd/parameters").resolve(name);
        if (!Files.exists(root.resolve("sys/module/kvm_amd"))) {
            return Availability.missing(
                    "The kernel module kvm_amd is not loaded, so " + feature + " is off.",
                    "On a machine with an AMD EPYC processor: sudo modprobe kvm_amd "
                            + name
                            + "=1.");
        }
        String value = text(file).strip();
        if (value.equals("1") || value.equals("Y")) {
            return Availability.PRESENT;
        }
        return Availability.missing(
                feature
                        + " is off in the kernel: /sys/module/kvm_amd/parameters/"
                        + name
                        + (value.isEmpty() ? " does not exist." : " is " + value + "."),
                "Switch on "
                        + feature
                        + " and SMEE in the firmware setup, and set kvm_amd."
                        + name
                        + "=1 on the kernel's command line.");
    }

    /** Returns whether the processor says that it has a feature, such as {@code sev}. */
    Availability processor(String flag, String feature) {
        boolean told =
                text(root.resolve("proc/cpuinfo"))
                        .lines()
                        .filter(line -> line.startsWith("flags"))
                        .limit(1)
                        .anyMatch(line -> List.of(line.split("\\s+")).contains(flag));
        return told
                ? Availability.PRESENT
                : Availability.missing(
                        "The processor does not offer "
                                + feature
                                + " (no flag "
                                + flag
                                + " in /proc/cpuinfo).",
                        "Use a machine with an AMD EPYC processor, not a virtual machine, with SEV"
                                + " switched on in the firmware setup.");
    }

    /** The generation of the processor, where it offers SEV and is known. */
    Optional<EpycGeneration> platform() {
        if (!processor("sev", "SEV").isPresent()) {
            return Optional.empty();
        }
        return number("cpu family")
                .flatMap(
                        family ->
                                number("model")
                                        .flatMap(it -> EpycGeneration.ofProcessor(family, it)));
    }

    /** A number of the first processor in {@code /proc/cpuinfo}. */
    private Optional<Integer> number(String key) {
        var line = Pattern.compile("^" + key + "\\s*: (\\d{1,3})$", Pattern.MULTILINE);
        return line.matcher(text(root.resolve("proc/cpuinfo")))
                .results()
                .findFirst()
                .map(found -> Integer.valueOf(found.group(1)));
    }

    /** Returns whether {@code /dev/sev} can be opened. */
    Availability sevDevice() {
        if (!Files.exists(root.resolve("dev/sev"))) {
            return Availability.missing(
                    "/dev/sev, the device of the secure processor, does not exist.",
                    "Load its driver: sudo modprobe ccp; if it reports an error in dmesg, update"
                            + " the firmware of the machine.");
        }
        return opened(
                "dev/sev",
                "Let your user read and write it, for instance: sudo setfacl -m"
                        + " u:$USER:rw /dev/sev.");
    }

    private Availability opened(String device, String remedy) {
        try (FileChannel open =
                FileChannel.open(
                        root.resolve(device), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            LOG.log(Level.DEBUG, "{0} opens: {1}", device, open.isOpen());
            return Availability.PRESENT;
        } catch (IOException refused) {
            LOG.log(Level.DEBUG, device, refused);
            return Availability.missing("You may not open /" + device + ".", remedy);
        }
    }

    /**
     * Bytes of memory a process may lock; empty where it is unlimited, not known, or the process
     * has the right to pass the limit.
     */
    OptionalLong memoryLockBytes() {
        Matcher capabilities = CAPABILITIES.matcher(text(root.resolve("proc/self/status")));
        if (capabilities.find()
                && (Long.parseUnsignedLong(capabilities.group(1), 16) >> IPC_LOCK & 1) != 0) {
            return OptionalLong.empty();
        }
        Matcher limit = MEMORY_LOCK.matcher(text(root.resolve("proc/self/limits")));
        return limit.find()
                ? OptionalLong.of(Long.parseLong(limit.group(1)))
                : OptionalLong.empty();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "not readable: " + file, unreadable);
            return "";
        }
    }
}
