/**
 * A serial terminal: the model (bytes in, screen and scrollback out) and its view. Must not know
 * guests or documents.
 */
package io.sevguest.ui.console;
