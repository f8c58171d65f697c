package io.sevguest.qemu.command;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The names of all that a launch keeps in the guest's own directory; names only, a launch makes
 * them.
 *
 * @param uuid the guest's, from its XML or made from its file's path by {@link GuestUuid}
 * @param directory absolute path, the guest's own
 * @param keepChanges true where disks and NVRAM are used themselves, not throwaway copies
 */
public record LaunchFiles(String uuid, Path directory, boolean keepChanges) {
    private static final Pattern PLAIN_TARGET = Pattern.compile("[A-Za-z0-9_]{1,64}");

    public Path qmpSocket() {
        return directory.resolve("qmp.sock");
    }

    public Path serialSocket() {
        return directory.resolve("serial.sock");
    }

    public Path vncSocket() {
        return directory.resolve("vnc.sock");
    }

    /** The guest owner's certificate as one line of base64. */
    public Path dhCert() {
        return directory.resolve("dh_cert.base64");
    }

    /** The guest owner's session blob as one line of base64. */
    public Path session() {
        return directory.resolve("session.base64");
    }

    /** The copy of the NVRAM that a launch works on. */
    public Path nvram() {
        return directory.resolve("nvram.fd");
    }

    /** Returns the log of QEMU's own messages. */
    public Path log() {
        return directory.resolve("qemu.log");
    }

    public Path lock() {
        return directory.resolve("lock");
    }

    /**
     * The throwaway overlay of a disk.
     *
     * @param target the disk's target, such as {@code vda}
     * @param position of the disk in the document, from 1; names the overlay of a target that is no
     *     plain word
     */
    public Path overlay(String target, int position) {
        String name = PLAIN_TARGET.matcher(target).matches() ? target : "number-" + position;
        return directory.resolve("disk-" + name + ".qcow2");
    }
}
