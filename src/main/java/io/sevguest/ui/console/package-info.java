/**
 * A serial terminal: the model (bytes in, screen and scrollback out) and its view. Knows no guest
 * and no document.
 */
package io.sevguest.ui.console;
