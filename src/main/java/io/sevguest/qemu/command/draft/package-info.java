/**
 * The command while it is being written: options, the elements already covered, and the addresses
 * of devices on their buses. Knows no single device.
 */
package io.sevguest.qemu.command.draft;
