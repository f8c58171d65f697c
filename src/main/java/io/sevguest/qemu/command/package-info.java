/**
 * The QEMU command of a guest as values: arguments, their origin, assumptions, omissions, files and
 * quoting. Knows nothing of how it is written.
 */
package io.sevguest.qemu.command;
