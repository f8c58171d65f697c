/** The commands of the window in one table: icon, key stroke and words. Knows no page. */
package io.sevguest.ui.action;
