/** The option values and input files shared by several commands. Prints nothing. */
package io.sevguest.cli.option;
