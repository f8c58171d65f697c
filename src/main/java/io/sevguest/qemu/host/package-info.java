/**
 * The capabilities of this machine and its QEMU: survey, probe and the program itself. Knows no
 * guest.
 */
package io.sevguest.qemu.host;
