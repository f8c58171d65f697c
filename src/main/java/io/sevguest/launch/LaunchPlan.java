package io.sevguest.launch;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a launch will do, before it does anything: the command and the files.
 *
 * @param planned in the order in which they are made
 */
public record LaunchPlan(
        DomainXml domain,
        QemuTarget target,
        LaunchFiles files,
        QemuCommand command,
        List<PlannedFile> planned) {
    public LaunchPlan {
        planned = List.copyOf(planned);
    }

    /**
     * Plans a launch; touches no file and no process.
     *
     * @param uuid of {@link io.sevguest.qemu.GuestUuid}
     * @param target whose mode is replaced by the choices
     */
    public static LaunchPlan of(
            DomainXml domain,
            String uuid,
            RuntimeDirectory runtime,
            QemuTarget target,
            LaunchChoices choices) {
        QemuTarget chosen = target.withMode(choices.mode(asksEncryption(domain), target.host()));
        return of(domain, chosen, runtime.files(uuid, choices));
    }

    private static LaunchPlan of(DomainXml domain, QemuTarget target, LaunchFiles files) {
        QemuCommand command = CommandWriter.of(domain, target, files);
        return new LaunchPlan(
                domain,
                target,
                files,
                command,
                LaunchFilePlanner.files(domain, target, files, command));
    }

    /** The words and file names that the launch hands to the system, which its locale must hold. */
    public List<String> systemNames() {
        List<String> names = new ArrayList<>(command.toArgs());
        names.addAll(command.environment().values());
        for (PlannedFile file : planned) {
            if (file.creation() instanceof PlannedFile.Copy copy) {
                names.add(copy.own());
                names.add(copy.template());
            } else if (file.creation() instanceof PlannedFile.FirstCopy once) {
                names.add(once.template());
            }
        }
        return names;
    }

    /** Returns whether a document asks for a guest that AMD's processors encrypt. */
    public static boolean asksEncryption(DomainXml domain) {
        LaunchSecurity security = LaunchSecurity.of(domain);
        return security instanceof LaunchSecurity.Sev || security instanceof LaunchSecurity.SevSnp;
    }

    public boolean isEncrypted() {
        return target.mode().encrypted() && asksEncryption(domain);
    }

    /** Returns whether the registers are encrypted too, so that the guest cannot be reset. */
    public boolean hasEncryptedState() {
        LaunchSecurity security = LaunchSecurity.of(domain);
        return isEncrypted()
                && (security instanceof LaunchSecurity.SevSnp
                        || (security instanceof LaunchSecurity.Sev sev && sev.isEncryptedState()));
    }

    /** Returns whether the guest's screen is on a VNC socket: not every guest has a screen. */
    public boolean hasScreenSocket() {
        return planned.stream().anyMatch(file -> file.path().equals(files.vncSocket()));
    }

    /** The same guest under another accelerator. */
    public LaunchPlan withAccelerator(Accelerator accelerator) {
        return of(domain, target.withMode(target.mode().withAccelerator(accelerator)), files);
    }

    /** The guest's name and how it runs, as "demo – not encrypted, TCG". */
    public String title() {
        return domain.textAt("name")
                + " – "
                + (isEncrypted() ? "encrypted" : "not encrypted")
                + ", "
                + target.mode().accelerator();
    }
}
