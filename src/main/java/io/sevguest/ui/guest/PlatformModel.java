package io.sevguest.ui.guest;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.ui.task.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The platform that a window shows, and the roots that its user trusts in addition to AMD's, for
 * this platform only. Used on the event thread.
 */
public final class PlatformModel {
    /** A listener that is called after each change. */
    public interface Listener {
        void changed();
    }

    private final List<Listener> listeners = new ArrayList<>();
    private final List<CaCertificate> ownRoots = new ArrayList<>();
    private Optional<OpenedPlatform> platform = Optional.empty();
    private int closed;

    /** Returns the platform; empty before one was opened. */
    public Optional<OpenedPlatform> platform() {
        return platform;
    }

    /** Returns the ARKs that the user trusts in addition to AMD's. */
    public List<CaCertificate> ownRoots() {
        return List.copyOf(ownRoots);
    }

    /** Trusts a root from now on; the existing verdict does not change. */
    public void trust(CaCertificate ark) {
        if (!ownRoots.contains(ark)) {
            ownRoots.add(ark);
        }
    }

    /** Returns the scope of work for the current platform: it is over once that is closed. */
    public Scope scope() {
        int current = closed;
        return () -> closed != current;
    }

    /** Shows the same platform with more certificates or another verdict. */
    public void show(OpenedPlatform opened) {
        platform = Optional.of(opened);
        tell();
    }

    /** Shows another platform; the trusted roots of the previous one are discarded. */
    public void replace(OpenedPlatform opened) {
        ownRoots.clear();
        show(opened);
    }

    /** Closes the platform, and discards its trusted roots. */
    public void clear() {
        closed++;
        ownRoots.clear();
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
