/**
 * The check of a guest: one table of rules, used by the window, the command line, launches and
 * launch parameters. It must not read files or probe the machine; facts about them are passed in.
 */
package io.sevguest.readiness;
