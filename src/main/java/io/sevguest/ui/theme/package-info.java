/** Themes, colors, icons and zoom: all that is about looks. Knows no other part of the window. */
package io.sevguest.ui.theme;
