package io.sevguest.measurement;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.firmware.Guid;
import java.nio.charset.StandardCharsets;

/**
 * The hashes of a directly booted kernel that QEMU adds to the measured memory when kernel hashes
 * are on: 176 bytes.
 *
 * <pre>
 * 0x00 16 table GUID 9438d606-4f22-4cc9-b479-a793d411fd21
 * 0x10  2 168
 *         three entries of 50 bytes: GUID 16, length 2 (50), SHA-256 32
 *           cmdline 97d02dd8-bd20-4c94-aa78-e7714d36ab2a
 *           initrd  44baf731-3a2f-4bd7-9af1-41e29169781d
 *           kernel  4de79437-abd2-427f-b835-d5b172d2045b
 * 0xa8  8 0
 * </pre>
 *
 * Source: QEMU, target/i386/sev.c, {@code SevHashTable} and {@code sev_add_kernel_loader_hashes}.
 *
 * @param cmdline SHA-256 of the command line with its NUL byte, 32 bytes
 * @param initrd SHA-256 of the initrd, of nothing where there is none, 32 bytes
 * @param kernel SHA-256 of the kernel, 32 bytes
 */
public record KernelHashes(Bytes cmdline, Bytes initrd, Bytes kernel) {
    private static final Guid TABLE = Guid.of("9438d606-4f22-4cc9-b479-a793d411fd21");
    private static final Guid CMDLINE = Guid.of("97d02dd8-bd20-4c94-aa78-e7714d36ab2a");
    private static final Guid INITRD = Guid.of("44baf731-3a2f-4bd7-9af1-41e29169781d");
    private static final Guid KERNEL = Guid.of("4de79437-abd2-427f-b835-d5b172d2045b");
    private static final int HASH = 32;
    private static final int ENTRY = Guid.SIZE + 2 + HASH;
    private static final int LENGTH = Guid.SIZE + 2 + 3 * ENTRY;
    private static final int PADDING = 8;

    /** SHA-256 of no bytes, which represents an initrd that is not given. */
    public static final Bytes NO_INITRD = Bytes.of(new byte[0]).sha256();

    public KernelHashes {
        if (cmdline.size() != HASH || initrd.size() != HASH || kernel.size() != HASH) {
            throw new IllegalArgumentException("each hash has 32 bytes");
        }
    }

    /**
     * The hash of a kernel command line, which QEMU takes with one NUL byte after it.
     *
     * @param text empty where none is given
     */
    public static Bytes ofCmdline(String text) {
        return Bytes.of((text + '\0').getBytes(StandardCharsets.UTF_8)).sha256();
    }

    /** Returns the table as in the guest's memory, 176 bytes. */
    public Bytes toBytes() {
        return new ByteWriter()
                .bytes(TABLE.toBytes())
                .u16(LENGTH)
                .bytes(entry(CMDLINE, cmdline))
                .bytes(entry(INITRD, initrd))
                .bytes(entry(KERNEL, kernel))
                .bytes(Bytes.of(new byte[PADDING]))
                .toBytes();
    }

    private static Bytes entry(Guid guid, Bytes hash) {
        return new ByteWriter().bytes(guid.toBytes()).u16(ENTRY).bytes(hash).toBytes();
    }
}
