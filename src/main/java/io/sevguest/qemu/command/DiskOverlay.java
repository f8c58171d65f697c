package io.sevguest.qemu.command;

import java.nio.file.Path;

/**
 * A throwaway qcow2 image that takes what the guest writes, so that the disk itself stays as it is.
 *
 * @param overlay the file a launch makes
 * @param image the disk's own file or block device
 * @param format of that image
 */
public record DiskOverlay(Path overlay, String image, String format) {}
