package io.sevguest.ui.guest;

import io.sevguest.certificate.CaCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The platform that a window shows, and the roots that its user trusts beside AMD's until it is
 * closed. Used on the event thread.
 */
public final class PlatformModel {
    /** Told after each change. */
    public interface Listener {
        void changed();
    }

    private final List<Listener> listeners = new ArrayList<>();
    private final List<CaCertificate> ownRoots = new ArrayList<>();
    private Optional<OpenedPlatform> platform = Optional.empty();

    /** The platform; empty before one was opened. */
    public Optional<OpenedPlatform> platform() {
        return platform;
    }

    /** The ARKs that the user trusts beside AMD's. */
    public List<CaCertificate> ownRoots() {
        return List.copyOf(ownRoots);
    }

    /** Trusts a root from now on; the verdict that is there stays as it was made. */
    public void trust(CaCertificate ark) {
        if (!ownRoots.contains(ark)) {
            ownRoots.add(ark);
        }
    }

    /** Shows a platform in place of the one before. */
    public void show(OpenedPlatform opened) {
        platform = Optional.of(opened);
        tell();
    }

    /** Shows none. */
    public void clear() {
        platform = Optional.empty();
        tell();
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Listener::changed);
    }
}
