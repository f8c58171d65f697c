package io.sevguest.launch;

import io.sevguest.domain.HostFacts;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.StartMode;

/**
 * The way in which a guest is to be started, as the user chose it.
 *
 * @param encrypted false asks explicitly for the same guest without SEV
 * @param keepChanges true writes to the guest's own disks and NVRAM, not to throwaway copies
 * @param paused the guest waits for a resume before its first instruction
 */
public record LaunchChoices(
        boolean encrypted,
        Acceleration acceleration,
        boolean keepChanges,
        boolean paused,
        Display display) {
    /** As the document asks, on throwaway copies, its screen on a VNC socket. */
    public static final LaunchChoices USUAL =
            new LaunchChoices(true, Acceleration.AUTO, false, false, Display.VNC_SOCKET);

    public LaunchChoices withEncrypted(boolean changed) {
        return new LaunchChoices(changed, acceleration, keepChanges, paused, display);
    }

    public LaunchChoices withAcceleration(Acceleration changed) {
        return new LaunchChoices(encrypted, changed, keepChanges, paused, display);
    }

    public LaunchChoices withKeepChanges(boolean changed) {
        return new LaunchChoices(encrypted, acceleration, changed, paused, display);
    }

    public LaunchChoices withPaused(boolean changed) {
        return new LaunchChoices(encrypted, acceleration, keepChanges, changed, display);
    }

    public LaunchChoices withDisplay(Display changed) {
        return new LaunchChoices(encrypted, acceleration, keepChanges, paused, changed);
    }

    /** The mode for a guest; one with SEV runs under KVM alone. */
    StartMode mode(boolean asksEncryption, HostFacts host) {
        Accelerator accelerator =
                encrypted && asksEncryption && acceleration == Acceleration.AUTO
                        ? Accelerator.KVM
                        : acceleration.on(host);
        return new StartMode(accelerator, encrypted, paused, display);
    }
}
