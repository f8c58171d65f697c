/**
 * The text areas of the previews: marks, search, wrapping, copying and export. Must not know
 * individual previews.
 */
package io.sevguest.ui.preview.text;
