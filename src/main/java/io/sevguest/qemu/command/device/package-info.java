/**
 * Writes the devices and the controllers they are on. Knows nothing of CPU, memory and firmware.
 */
package io.sevguest.qemu.command.device;
