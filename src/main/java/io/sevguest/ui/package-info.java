/**
 * The window. Arrows go window → page → form → guest, theme; only here is Swing known. Never knows
 * the command line.
 */
package io.sevguest.ui;
