/**
 * The private directories of launches: locks, and what earlier launches left behind. Knows no QEMU.
 */
package io.sevguest.launch.directory;
