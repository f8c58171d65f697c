package io.sevguest.measurement.firmware;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;

/** Small firmware images with a GUID table at their end, as in OVMF. */
public final class SampleFirmware {
    /** The address at which further CPUs start. */
    public static final long RESET = 0x80b004L;

    private static final int TAIL = 2 + Guid.SIZE;

    private SampleFirmware() {}

    /** Returns an image of 1,024 bytes with the reset address and areas for hashes and secrets. */
    public static Bytes whole() {
        return image(
                entry("dc886566-984a-4798-a75e-5585a7bf67cc", number(METADATA_DISTANCE)),
                entry("7255371f-3a3b-4b04-927b-1da6efa8d454", number(0x80fc00), number(0x400)),
                entry("4c2eb361-7d9b-4cc3-8081-127c90d3d294", number(0), number(0)),
                entry("00f771de-1a7e-4fcb-890e-68c77e2fb44e", number(RESET)));
    }

    /** Returns the same image with areas at address 0, as in builds without them. */
    public static Bytes withoutAreas() {
        return image(
                entry("7255371f-3a3b-4b04-927b-1da6efa8d454", number(0), number(0)),
                entry("4c2eb361-7d9b-4cc3-8081-127c90d3d294", number(0), number(0)),
                entry("00f771de-1a7e-4fcb-890e-68c77e2fb44e", number(RESET)));
    }

    private static final int SIZE = 1024;
    private static final int METADATA_DISTANCE = 512;

    /** Returns an image with these entries in its table, in the order of the file. */
    static Bytes image(Bytes... entries) {
        Bytes table = Bytes.of(new byte[0]);
        for (Bytes entry : entries) {
            table = table.append(entry);
        }
        table =
                table.append(
                        new ByteWriter()
                                .u16(table.size() + TAIL)
                                .bytes(Guid.of("96b582de-1fb2-45f7-baea-a366c55a082d").toBytes())
                                .toBytes());
        Bytes metadata =
                new ByteWriter()
                        .bytes(Bytes.ofHex("41534556"))
                        .u32(28)
                        .u32(1)
                        .u32(1)
                        .u32(0x809000)
                        .u32(0x1000)
                        .u32(2)
                        .toBytes();
        int gap = METADATA_DISTANCE - metadata.size() - table.size() - 32;
        return Bytes.of(new byte[SIZE - METADATA_DISTANCE])
                .append(metadata)
                .append(Bytes.of(new byte[gap]))
                .append(table)
                .append(Bytes.of(new byte[32]));
    }

    static Bytes entry(String guid, Bytes... data) {
        Bytes all = Bytes.of(new byte[0]);
        for (Bytes part : data) {
            all = all.append(part);
        }
        return all.append(
                new ByteWriter().u16(all.size() + TAIL).bytes(Guid.of(guid).toBytes()).toBytes());
    }

    static Bytes number(long value) {
        return new ByteWriter().u32(value).toBytes();
    }
}
