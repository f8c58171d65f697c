package io.sevguest.qemu;

/** The notation of {@code -object}. */
public enum ObjectNotation {
    /** {@code sev-guest,id=lsec0,…}: every QEMU reads it. */
    KEY_VALUE,
    /** <code>{"qom-type":"sev-guest",…}</code>, as libvirt writes it: QEMU 6.0 and later. */
    JSON
}
