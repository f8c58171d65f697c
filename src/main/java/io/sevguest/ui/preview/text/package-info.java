/**
 * The text areas of the previews: marks, search, wrapping, copying and export. Knows no single
 * preview.
 */
package io.sevguest.ui.preview.text;
