/**
 * Guests and blobs as files: open, save, recover, drop, import and export. Must not know the pages
 * of the guest.
 */
package io.sevguest.ui.file;
