/** What all commands print: results, findings, problems and the exit status. Reads nothing. */
package io.sevguest.cli.output;
