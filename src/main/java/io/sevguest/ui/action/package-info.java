/** The commands of the window in one table: icon, key stroke and label. Must not know pages. */
package io.sevguest.ui.action;
