/** What this machine and its QEMU can do: survey, probe and the program itself. Knows no guest. */
package io.sevguest.qemu.host;
