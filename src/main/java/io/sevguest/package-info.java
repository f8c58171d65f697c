/** The program's entry: it wires the window and the command line to everything else. */
package io.sevguest;
