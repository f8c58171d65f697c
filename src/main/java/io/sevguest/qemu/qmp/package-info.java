/** QEMU's monitor protocol: messages, events and the connection. Knows no command line. */
package io.sevguest.qemu.qmp;
