/** The disks and network interfaces of a guest. Knows no QEMU. */
package io.sevguest.domain.device;
