package io.sevguest.measurement.firmware;

/**
 * One section of a firmware's SEV metadata.
 *
 * @param area where it lies in the guest's memory
 * @param type 1 memory, 2 secrets, 3 CPUID, 4 SVSM calling area, 0x10 kernel hashes; others are
 *     kept
 */
public record FirmwareSection(MemoryArea area, long type) {}
