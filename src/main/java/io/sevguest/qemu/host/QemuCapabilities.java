package io.sevguest.qemu.host;

import io.sevguest.qemu.QemuVersion;
import java.util.Map;
import java.util.Set;

/**
 * The capabilities of one QEMU program, as it reports them itself.
 *
 * @param program path or name it was started by
 * @param build its whole version text, such as {@code 7.2.22 (Debian …)}
 * @param machines machine types and their aliases
 * @param securityObjects properties of {@code sev-guest} and {@code sev-snp-guest}, where it knows
 *     them
 * @param displays kinds of display, such as {@code gtk}
 */
public record QemuCapabilities(
        String program,
        QemuVersion version,
        String build,
        Set<String> machines,
        Map<String, Set<String>> securityObjects,
        Set<String> displays) {
    public QemuCapabilities {
        machines = Set.copyOf(machines);
        securityObjects = Map.copyOf(securityObjects);
        displays = Set.copyOf(displays);
    }

    /** Returns whether this QEMU can show the guest's screen in a window of its own. */
    public boolean hasWindow() {
        return displays.contains("gtk");
    }
}
