/** The output of all commands: results, findings, problems and the exit status. Reads nothing. */
package io.sevguest.cli.output;
