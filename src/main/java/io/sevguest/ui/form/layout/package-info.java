/**
 * The arrangement of components where room is short: what wraps, stacks or scrolls. Knows no field.
 */
package io.sevguest.ui.form.layout;
