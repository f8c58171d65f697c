/**
 * Puts the command together from all its parts, and lists what was left out. The only package that
 * knows all of them.
 */
package io.sevguest.qemu.command.writer;
