/**
 * The manual, read offline in a window of its own. Must not know the guest or the pages of the main
 * window.
 */
package io.sevguest.ui.manual;
