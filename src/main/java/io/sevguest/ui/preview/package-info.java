/**
 * The previews beside the forms: the XML, the QEMU command, the files of a launch and the changes.
 * Knows no page.
 */
package io.sevguest.ui.preview;
