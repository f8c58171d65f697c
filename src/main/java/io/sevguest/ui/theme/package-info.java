/** The appearance: themes, colors, icons and zoom. Must not know any other part of the window. */
package io.sevguest.ui.theme;
