/**
 * Writes the machine: identity, CPU, memory, clock, firmware, boot and the launch security object.
 * Knows no device.
 */
package io.sevguest.qemu.command.machine;
