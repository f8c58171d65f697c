/**
 * What follows from the guest, beside its forms: the XML, which can be edited in place, the QEMU
 * command, the files of a launch, and the changes since the last save. Knows the guest, never the
 * window or a page.
 */
package io.sevguest.ui.preview;
