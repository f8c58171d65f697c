/**
 * The frame of the window: pages, previews, menus, tool bar and status bar around one guest. Must
 * not know file formats.
 */
package io.sevguest.ui.window;
