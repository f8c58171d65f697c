/**
 * Questions to the user and answers that need a dialog. Know no page and not the window's parts.
 */
package io.sevguest.ui.dialog;
