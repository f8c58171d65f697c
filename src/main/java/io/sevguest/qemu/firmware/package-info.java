/**
 * The firmware images that are installed, as their descriptors say, and which one fits a guest.
 * Starts no process.
 */
package io.sevguest.qemu.firmware;
