/**
 * One value that is edited, with undo, redo and its saved state. Generic; knows no Swing and no
 * XML.
 */
package io.sevguest.document;
