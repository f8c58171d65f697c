/**
 * The private directories of launches: their locks, and what earlier launches left behind. Starts
 * no QEMU.
 */
package io.sevguest.launch.directory;
