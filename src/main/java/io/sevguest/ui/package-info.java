/**
 * The window. Dependencies go window → page → form → guest, theme. Only this package may use Swing.
 * It must not know the command line.
 */
package io.sevguest.ui;
