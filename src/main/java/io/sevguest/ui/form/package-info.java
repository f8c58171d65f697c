/**
 * Rows of a form: a field of the domain bound to a component, with its label, mnemonic, tip,
 * accessible name and messages. Must not know pages.
 */
package io.sevguest.ui.form;
