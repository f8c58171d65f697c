/** The command line: one class for each command. Results go to stdout, messages to stderr. */
package io.sevguest.cli;
