package io.sevguest.launch;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.process.SystemEncoding;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.command.DiskOverlay;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.firmware.FirmwareChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plans the files that a launch makes. */
final class LaunchFilePlanner {
    private LaunchFilePlanner() {}

    static List<PlannedFile> files(
            DomainXml domain, QemuTarget target, LaunchFiles files, QemuCommand command) {
        List<PlannedFile> planned = new ArrayList<>();
        planned.add(running(files.lock(), "prevents a second launch of this guest"));
        planned.add(running(files.log(), "QEMU's own messages"));
        if (target.mode().encrypted()
                && LaunchSecurity.of(domain) instanceof LaunchSecurity.Sev sev) {
            blob(files.dhCert(), "the guest owner's certificate", sev.dhCert(), planned);
            blob(files.session(), "the guest owner's session", sev.session(), planned);
        }
        nvram(FirmwareChoice.of(domain, target), files, planned);
        for (DiskOverlay disk : command.overlays()) {
            planned.add(
                    new PlannedFile(
                            disk.overlay(),
                            "receives the guest's writes to " + disk.image(),
                            new PlannedFile.Overlay(disk.image(), disk.format())));
        }
        planned.add(running(files.qmpSocket(), "QEMU's monitor"));
        planned.add(running(files.serialSocket(), "the guest's serial line"));
        if (command.arguments().stream().anyMatch(it -> it.option().equals("-vnc"))) {
            planned.add(running(files.vncSocket(), "the guest's screen (VNC)"));
        }
        return planned;
    }

    private static PlannedFile running(Path path, String purpose) {
        return new PlannedFile(path, purpose, new PlannedFile.RuntimeFile());
    }

    /** One line of base64; the XML may have it wrapped. */
    private static void blob(Path path, String purpose, String base64, List<PlannedFile> planned) {
        String line = XmlSpace.removedFrom(base64);
        if (!line.isEmpty()) {
            planned.add(new PlannedFile(path, purpose, new PlannedFile.Text(line)));
        }
    }

    /** Returns whether the locale can hold a name; a launch is refused where it cannot. */
    private static boolean isFileName(String name) {
        return SystemEncoding.ofProcess().notEncodable(List.of(name)).isEmpty();
    }

    private static void nvram(
            FirmwareChoice firmware, LaunchFiles files, List<PlannedFile> planned) {
        if (firmware.nvram().isEmpty()) {
            return;
        }
        FirmwareChoice.Nvram store = firmware.nvram().get();
        boolean hasTemplate = !store.template().isEmpty();
        if (files.keepChanges() && !store.file().isEmpty()) {
            if (hasTemplate && isFileName(store.file())) {
                planned.add(
                        new PlannedFile(
                                Path.of(store.file()),
                                "the firmware's variables, which are kept",
                                new PlannedFile.FirstCopy(store.template())));
            }
        } else if (hasTemplate || !store.file().isEmpty()) {
            planned.add(
                    new PlannedFile(
                            files.nvram(),
                            "the firmware's variables",
                            new PlannedFile.Copy(store.file(), store.template())));
        }
    }
}
