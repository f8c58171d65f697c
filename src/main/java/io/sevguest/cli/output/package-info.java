/** The output of all commands: results, findings, problems and exit statuses. Reads nothing. */
package io.sevguest.cli.output;
