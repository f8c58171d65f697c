/**
 * Other programs: started by argument list, never by a shell, with time limits and cancelling, and
 * the UNIX sockets they listen on. Knows nothing of what the programs do.
 */
package io.sevguest.process;
