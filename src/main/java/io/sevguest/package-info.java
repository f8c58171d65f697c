/**
 * The entry point of the program, which connects the window and the command line to all other
 * packages.
 */
package io.sevguest;
