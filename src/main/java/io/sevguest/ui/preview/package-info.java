/**
 * What follows from the guest, beside its forms: the XML, the QEMU command, the files of a launch
 * and the changes. Knows no page.
 */
package io.sevguest.ui.preview;
