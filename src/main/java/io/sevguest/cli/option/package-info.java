/** The inputs of several commands: values of options, and files. Prints nothing. */
package io.sevguest.cli.option;
