/**
 * Writes the devices and the controllers they sit on. Knows nothing of the machine's own options.
 */
package io.sevguest.qemu.command.device;
