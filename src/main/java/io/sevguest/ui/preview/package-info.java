/**
 * The previews next to the forms: the XML, the QEMU command, the files of a launch and the changes.
 * Must not know pages.
 */
package io.sevguest.ui.preview;
