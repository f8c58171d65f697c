/**
 * Running other programs, with argument lists and never a shell, with time limits and cancellation,
 * and connecting to their UNIX sockets. Knows nothing about what the programs do.
 */
package io.sevguest.process;
