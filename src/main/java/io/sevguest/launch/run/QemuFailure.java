package io.sevguest.launch.run;

import io.sevguest.problem.Problem;
import io.sevguest.process.ProcessExit;
import java.util.List;
import java.util.regex.Pattern;

/** Explains QEMU's messages about a failed start, with the original beside. */
final class QemuFailure {
    private static final int SIGKILL = 9;

    private record Meaning(Pattern words, String what, String fix) {}

    private static final List<Meaning> MEANINGS =
            List.of(
                    meaning(
                            "cgs->ready' failed|accelerator does not support confidential guest",
                            "QEMU ended, as SEV was asked for where the accelerator is not KVM.",
                            "Start the guest not encrypted, or on a machine with KVM and SEV."),
                    meaning(
                            "Failed to get (shared )?\"(write|consistent read|resize)\" lock",
                            "Another process uses a disk image of this guest and holds its lock.",
                            "End the other guest or qemu-img that uses the image, then try again."),
                    meaning(
                            "Image is not in [a-z0-9]+ format|image not in [A-Za-z0-9]+ format",
                            "A disk image has another format than the XML says.",
                            "Run qemu-img info on it, and write that format into its driver."),
                    meaning(
                            "Could not access KVM kernel module|failed to initialize kvm",
                            "KVM cannot be used on this machine.",
                            "Load kvm_amd, check that you may open /dev/kvm, or choose TCG."),
                    meaning(
                            "gtk initialization failed",
                            "QEMU cannot open a window of its own, as there is no display.",
                            "Choose the VNC socket for the screen."),
                    meaning(
                            "Could not set up host forwarding rule",
                            "A port on this machine that the guest's network forwards is in use.",
                            "Choose another port, or end the program that uses it."),
                    meaning(
                            "Address already in use|Failed to (bind|listen)",
                            "A socket or port that QEMU wants to listen on is in use.",
                            "End the program that uses it, or choose another."),
                    meaning(
                            "sev_kvm_init|sev_common_kvm_init|sev-guest|SEV",
                            "QEMU could not start an encrypted guest.",
                            "Check SEV on this machine; QEMU's fw_error is the number that counts."),
                    meaning(
                            "cannot set up guest memory|Cannot allocate memory",
                            "There is not enough memory for this guest.",
                            "Give the guest less memory, or end other programs."),
                    meaning(
                            "Could not open '.*': No such file|could not load PC BIOS",
                            "A file that the guest needs does not exist.",
                            "Check the paths of disks and firmware."),
                    meaning(
                            "is not a valid device model name",
                            "This QEMU does not have a device that the guest asks for.",
                            "Install QEMU's modules, or choose another model: for the video model"
                                    + " qxl, use virtio or vga."),
                    meaning(
                            "Permission denied",
                            "QEMU may not open a file that the guest needs.",
                            "Give your user access to it."),
                    meaning(
                            "unsupported machine type",
                            "This QEMU does not know the guest's machine type.",
                            "Choose q35 or pc, or a machine of this QEMU's version or older."));

    private QemuFailure() {}

    private static Meaning meaning(String words, String what, String fix) {
        return new Meaning(Pattern.compile(words), what, fix);
    }

    /**
     * Returns the reason why QEMU ended.
     *
     * @param messages what it said, a line each
     */
    static Problem explain(ProcessExit status, List<String> messages) {
        String words = String.join("\n", messages).strip();
        String end = "QEMU " + status.toText() + (words.isEmpty() ? "." : ": " + words);
        return explain(
                new Problem(
                        end,
                        "",
                        status.signal().isPresent()
                                ? mendSignal(status.signal().getAsInt())
                                : "Check the command in the preview against what QEMU says."));
    }

    /** QEMU never kills itself: that is another program's doing, or the kernel's. */
    private static String mendSignal(int signal) {
        if (signal == SIGKILL) {
            return "If nobody ended it, the machine ran out of memory (see dmesg): give the guest"
                    + " less, or end other programs.";
        }
        return "If nobody ended it, this is an error of QEMU: try another version, or the guest"
                + " without its unusual devices.";
    }

    /** The same problem with its meaning before the original words, where they are known. */
    static Problem explain(Problem original) {
        for (Meaning meaning : MEANINGS) {
            if (meaning.words().matcher(original.what()).find()) {
                return new Problem(
                        meaning.what() + " " + original.what(), original.where(), meaning.fix());
            }
        }
        return original;
    }
}
