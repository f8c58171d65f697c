package io.sevguest.launch.run;

import io.sevguest.problem.Problem;
import io.sevguest.process.ProcessExit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains QEMU's messages about a failed start, with the original beside. */
final class QemuFailure {
    private static final int SIGKILL = 9;

    /**
     * The meaning of a message.
     *
     * @param words the message; its group {@code file} is the file it names
     * @param what its meaning; {@code %s} stands for that file
     */
    private record Meaning(Pattern words, String what, String fix) {
        String what(Matcher found) {
            return what.contains("%s") ? what.formatted(found.group("file")) : what;
        }
    }

    private static final List<Meaning> MEANINGS =
            List.of(
                    meaning(
                            "cgs->ready' failed|accelerator does not support confidential guest",
                            "QEMU ended because SEV requires KVM, but another accelerator is used.",
                            "Start the guest without encryption, or on a machine with"
                                    + " KVM and SEV."),
                    meaning(
                            "Failed to get (shared )?\"(write|consistent read|resize)\" lock",
                            "Another process uses a disk image of this guest and has locked it.",
                            "End the other guest or qemu-img that uses the image, then try again."),
                    meaning(
                            "Image is not in [a-z0-9]+ format|image not in [A-Za-z0-9]+ format",
                            "A disk image is not in the format that the XML specifies.",
                            "Find its format with qemu-img info, and set it in <driver>."),
                    meaning(
                            "Could not access KVM kernel module|failed to initialize kvm",
                            "KVM is not usable on this machine.",
                            "Load kvm_amd, check that you may open /dev/kvm, or choose TCG."),
                    meaning(
                            "gtk initialization failed",
                            "QEMU cannot open a window, because there is no display.",
                            "Choose the VNC socket for the screen."),
                    meaning(
                            "Could not set up host forwarding rule",
                            "A port on this machine that is forwarded to the guest is"
                                    + " already in use.",
                            "Choose another port, or end the program that uses it."),
                    meaning(
                            "Address already in use|Failed to (bind|listen)",
                            "A socket or port on which QEMU listens is already in use.",
                            "End the program that uses it, or choose another."),
                    meaning(
                            "sev_kvm_init|sev_common_kvm_init|sev-guest|SEV",
                            "QEMU could not start an encrypted guest.",
                            "Check SEV on this machine. The number after fw_error in QEMU's"
                                    + " message is the error of the firmware."),
                    meaning(
                            "cannot set up guest memory|Cannot allocate memory",
                            "This machine does not have enough memory for the guest.",
                            "Reduce the memory of the guest, or end other programs."),
                    meaning(
                            "(?:Could not open|could not load PC BIOS) '(?<file>[^']*)'",
                            "%s, needed by the guest, cannot be opened.",
                            "Check that the file exists, that you may read it, and that the XML"
                                    + " names it correctly."),
                    meaning(
                            "is not a valid device model name",
                            "This QEMU does not support a device of the guest.",
                            "Install QEMU's modules, or choose another model: for the video model"
                                    + " qxl, use virtio or vga."),
                    meaning(
                            "Permission denied",
                            "QEMU has no permission to open a file of the guest.",
                            "Grant your user access to the file."),
                    meaning(
                            "unsupported machine type",
                            "This QEMU does not support the machine type of the guest.",
                            "Choose q35, pc, or a machine type of this QEMU's version or older."));

    private QemuFailure() {}

    private static Meaning meaning(String words, String what, String fix) {
        return new Meaning(Pattern.compile(words), what, fix);
    }

    /**
     * Returns the reason why QEMU ended.
     *
     * @param messages of QEMU, one line each
     */
    static Problem explain(ProcessExit status, List<String> messages) {
        String words = String.join("\n", messages).strip();
        String end = "QEMU " + status.toText() + (words.isEmpty() ? "." : ": " + words);
        return explain(
                new Problem(
                        end,
                        "",
                        status.signal().isPresent()
                                ? fixOfSignal(status.signal().getAsInt())
                                : "Compare QEMU's messages with the command in the preview."));
    }

    /**
     * Returns what to do about a signal: QEMU never kills itself, another program or the kernel
     * did.
     */
    private static String fixOfSignal(int signal) {
        if (signal == SIGKILL) {
            return "If you did not end it, the machine ran out of memory (see dmesg):"
                    + " reduce the memory of the guest, or end other programs.";
        }
        return "If you did not end it, this is an error in QEMU: try another version, or the guest"
                + " without its unusual devices.";
    }

    /** Returns the problem with its meaning before QEMU's own words, if they are known. */
    static Problem explain(Problem original) {
        for (Meaning meaning : MEANINGS) {
            Matcher found = meaning.words().matcher(original.what());
            if (found.find()) {
                return new Problem(
                        meaning.what(found) + " " + original.what(),
                        original.where(),
                        meaning.fix());
            }
        }
        return original;
    }
}
