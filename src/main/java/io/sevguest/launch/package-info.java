/**
 * Starting a guest on this machine: what it takes, the guest's own directory, the running QEMU and
 * its end. Knows no window and no command line.
 */
package io.sevguest.launch;
