/** Dialogs: questions and messages to the user. Must not know pages or the parts of the window. */
package io.sevguest.ui.dialog;
