package io.sevguest.measurement.firmware;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table of GUIDs near the end of OVMF, which is read backwards.
 *
 * <pre>
 * size - 32      32 reset vector
 * size - 48      16 footer GUID 96b582de-1fb2-45f7-baea-a366c55a082d
 * size - 50       2 length of the whole table, footer included
 * before them       entries, each: data, 2 length (with these 18 bytes), 16 GUID
 * </pre>
 *
 * Source: edk2, OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.asm; QEMU, hw/i386/pc_sysfw_ovmf.c.
 */
final class FirmwareTable {
    private static final Guid FOOTER = Guid.of("96b582de-1fb2-45f7-baea-a366c55a082d");
    private static final int RESET_VECTOR = 32;

    /** Length and GUID, which end the table and each entry. */
    private static final int TAIL = 2 + Guid.SIZE;

    private FirmwareTable() {}

    /** Returns whether the table's GUID is where it must be. */
    static boolean isIn(Bytes firmware) {
        int end = firmware.size() - RESET_VECTOR;
        return end >= TAIL && firmware.slice(end - Guid.SIZE, end).equals(FOOTER.toBytes());
    }

    /**
     * The data of each entry, in the order in which they are read, the last of the file first.
     *
     * @throws ProblemException if there is no table, or a length does not fit
     */
    static Map<Guid, Bytes> read(String source, Bytes firmware) throws ProblemException {
        if (!isIn(firmware)) {
            throw new ProblemException(
                    new Problem(
                            "The firmware image has no table of GUIDs at its end, so it"
                                    + " is not OVMF.",
                            source,
                            "Choose the OVMF image (such as OVMF_CODE.fd or OVMF.amdsev.fd), not a"
                                    + " variable store or a BIOS."));
        }
        int end = firmware.size() - RESET_VECTOR - TAIL;
        int length = length(source, firmware, end, firmware.size() - RESET_VECTOR);
        int start = firmware.size() - RESET_VECTOR - length;
        Map<Guid, Bytes> entries = new LinkedHashMap<>();
        while (end > start) {
            if (end - start < TAIL) {
                throw wrong(
                        source,
                        start,
                        Count.of(end - start, "byte") + " before it belong to no entry");
            }
            int entry = length(source, firmware, end - TAIL, end - start);
            var in = new ByteCursor(source, firmware.slice(end - Guid.SIZE, end));
            entries.putIfAbsent(Guid.read(in, "GUID"), firmware.slice(end - entry, end - TAIL));
            end -= entry;
        }
        return entries;
    }

    /** A length, which counts itself and the GUID after it. */
    private static int length(String source, Bytes firmware, int offset, int most)
            throws ProblemException {
        int length = firmware.at(offset) | firmware.at(offset + 1) << 8;
        if (length < TAIL || length > most) {
            throw wrong(
                    source,
                    offset,
                    "the length is %d, but between %d and %d can be".formatted(length, TAIL, most));
        }
        return length;
    }

    private static ProblemException wrong(String source, int offset, String what) {
        return new ProblemException(
                new Problem(
                        "The firmware's table of GUIDs is damaged: at offset 0x%x %s."
                                .formatted(offset, what),
                        source,
                        "Take the firmware from its package again."));
    }
}
