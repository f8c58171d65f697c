/**
 * The root of the command line and the table of its commands. Results go to stdout, messages to
 * stderr. Knows no window.
 */
package io.sevguest.cli;
