package io.sevguest.measurement.firmware;

/**
 * A place in a guest's memory that firmware keeps free for the launch.
 *
 * @param address guest physical address
 * @param size in bytes
 */
public record MemoryArea(long address, long size) {}
