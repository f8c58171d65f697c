/**
 * The guest that a window edits: its text with undo and its file, what follows from it, and which
 * field has the attention. Knows no component.
 */
package io.sevguest.ui.guest;
