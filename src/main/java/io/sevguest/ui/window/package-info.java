/**
 * The frame of the window: pages, previews, menus, tool bar and status bar around one guest. Knows
 * no file format.
 */
package io.sevguest.ui.window;
