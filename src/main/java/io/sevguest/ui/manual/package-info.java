/**
 * The manual, read offline in a window of its own. Knows no guest and no page of the main window.
 */
package io.sevguest.ui.manual;
