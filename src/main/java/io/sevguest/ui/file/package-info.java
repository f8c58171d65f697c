/** Guests and blobs as files: open, save, recover, drop, import and export. Knows no page. */
package io.sevguest.ui.file;
