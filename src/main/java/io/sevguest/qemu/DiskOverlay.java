package io.sevguest.qemu;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Element;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A throwaway qcow2 image that takes what the guest writes, so that the disk itself stays as it is.
 *
 * @param overlay the file a launch makes
 * @param image the disk's own file or block device
 * @param format of that image
 */
public record DiskOverlay(Path overlay, String image, String format) {
    /** The overlays a launch of the domain needs; none where changes are kept. */
    public static List<DiskOverlay> of(DomainXml domain, LaunchFiles files) {
        List<DiskOverlay> overlays = new ArrayList<>();
        int position = 0;
        for (Element disk : domain.all("devices/disk")) {
            position++;
            if (DiskSource.of(disk) instanceof DiskSource.Image image && isNeeded(disk, files)) {
                overlays.add(
                        new DiskOverlay(path(disk, position, files), image.path(), image.format()));
            }
        }
        return overlays;
    }

    static boolean isNeeded(Element disk, LaunchFiles files) {
        return !files.keepChanges() && !DiskSource.isReadOnly(disk);
    }

    static Path path(Element disk, int position, LaunchFiles files) {
        String target = disk.child("target").map(it -> it.attribute("dev")).orElse("");
        return files.overlay(target, position);
    }
}
