/** A document with undo, redo and a saved state. Generic; knows no Swing and no XML. */
package io.sevguest.document;
