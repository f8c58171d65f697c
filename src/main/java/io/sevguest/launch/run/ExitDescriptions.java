package io.sevguest.launch.run;

import io.sevguest.process.ProcessExit;

/** The end of a guest in words. */
final class ExitDescriptions {
    private ExitDescriptions() {}

    /**
     * Describes how a guest ended.
     *
     * @param shutdownReason of QEMU's event SHUTDOWN; empty where none came
     * @param requested whether somebody asked for the end
     */
    static GuestExit of(
            RunningQemu qemu, ProcessExit status, String shutdownReason, boolean requested) {
        if (requested && (status.isSuccess() || status.signal().isPresent())) {
            return GuestExit.orderly(
                    shutdownReason.equals("guest-shutdown")
                            ? "The guest has powered down."
                            : "The guest was ended, as asked.");
        }
        if (!status.isSuccess()) {
            return new GuestExit(true, qemu.explain(status));
        }
        return GuestExit.orderly(
                switch (shutdownReason) {
                    case "guest-shutdown" -> "The guest has shut itself down.";
                    case "guest-reset" -> "The guest has reset itself, which ends it.";
                    case "guest-panic" -> "The guest's kernel has panicked.";
                    case "host-signal" -> "QEMU was ended by a signal of another program.";
                    case "host-qmp-quit" -> "QEMU was ended through its monitor.";
                    case "host-ui" -> "QEMU's window was closed.";
                    default -> "QEMU has ended.";
                });
    }
}
