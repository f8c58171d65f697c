/** The window: pages, previews, tool bar and status bar around one guest; opens and saves it. */
package io.sevguest.ui.window;
