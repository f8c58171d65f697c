/**
 * The guest that a window edits: its text with undo and its file, its analysis, and the active
 * field. Must not know components.
 */
package io.sevguest.ui.guest;
