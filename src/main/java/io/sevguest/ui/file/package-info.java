/**
 * Guests and blobs as files: open, save, recover, drop, import and export. Knows no single page of
 * the guest.
 */
package io.sevguest.ui.file;
