/**
 * Rows of a form: a field of the domain bound to a component, with its label, mnemonic, tip,
 * accessible name and the message of what is wrong with it. Knows no page.
 */
package io.sevguest.ui.form;
