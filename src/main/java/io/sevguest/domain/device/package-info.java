/** The disks and network interfaces of a guest. Must not know QEMU. */
package io.sevguest.domain.device;
