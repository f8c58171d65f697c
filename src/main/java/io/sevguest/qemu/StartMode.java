package io.sevguest.qemu;

/**
 * The way in which a guest is to be started, apart from what its document says.
 *
 * @param encrypted false leaves out the SEV object and all that refers to it
 * @param paused the guest waits for a resume before its first instruction
 */
public record StartMode(
        Accelerator accelerator, boolean encrypted, boolean paused, Display display) {
    /** As the document asks, encrypted, under KVM, its screen on a VNC socket. */
    public static final StartMode USUAL =
            new StartMode(Accelerator.KVM, true, false, Display.VNC_SOCKET);

    public StartMode withAccelerator(Accelerator changed) {
        return new StartMode(changed, encrypted, paused, display);
    }

    public StartMode withEncrypted(boolean changed) {
        return new StartMode(accelerator, changed, paused, display);
    }

    public StartMode withPaused(boolean changed) {
        return new StartMode(accelerator, encrypted, changed, display);
    }
}
