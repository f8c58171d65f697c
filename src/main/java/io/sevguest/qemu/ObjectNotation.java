package io.sevguest.qemu;

/** How {@code -object} is written. */
public enum ObjectNotation {
    /** {@code sev-guest,id=lsec0,…}: every QEMU reads it. */
    KEY_VALUE,
    /** <code>{"qom-type":"sev-guest",…}</code>, as libvirt writes it: QEMU 6.0 and later. */
    JSON
}
