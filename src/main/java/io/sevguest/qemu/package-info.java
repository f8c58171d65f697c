/**
 * QEMU: the command that starts a domain as a pure function, its firmware descriptors, and talking
 * to a running or probed QEMU. Knows no window, no command line and no launch.
 */
package io.sevguest.qemu;
