package io.sevguest.measurement.firmware;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The table at the end of an OVMF image: where further CPUs start, and where kernel hashes and
 * secrets go. An area with address 0 is not supported by the image, though its GUID is there.
 *
 * @param resetAddress where CPUs other than the first start (AP reset address), 32 bits
 * @param hashArea where QEMU puts the kernel hashes
 * @param secretArea where QEMU puts a launch secret
 * @param sections of the SEV metadata, in the file's order
 * @param guids of all entries of the table, known or not
 */
public record Firmware(
        OptionalLong resetAddress,
        Optional<MemoryArea> hashArea,
        Optional<MemoryArea> secretArea,
        List<FirmwareSection> sections,
        List<Guid> guids) {
    private static final Guid RESET = Guid.of("00f771de-1a7e-4fcb-890e-68c77e2fb44e");
    private static final Guid HASHES = Guid.of("7255371f-3a3b-4b04-927b-1da6efa8d454");
    private static final Guid SECRETS = Guid.of("4c2eb361-7d9b-4cc3-8081-127c90d3d294");
    private static final Guid METADATA = Guid.of("dc886566-984a-4798-a75e-5585a7bf67cc");
    private static final Bytes METADATA_MARK = Bytes.ofHex("41534556"); // ASEV

    public Firmware {
        sections = List.copyOf(sections);
        guids = List.copyOf(guids);
    }

    /** Returns whether an image has such a table at all. */
    public static boolean hasTable(Bytes image) {
        return FirmwareTable.isIn(image);
    }

    /**
     * Reads the table.
     *
     * @param source the image's name, for messages
     * @param image the whole file
     * @throws ProblemException if there is no table or it is damaged
     */
    public static Firmware parse(String source, Bytes image) throws ProblemException {
        Map<Guid, Bytes> entries = FirmwareTable.read(source, image);
        return new Firmware(
                reset(source, entries),
                area(source, "kernel hashes area", entries.get(HASHES)),
                area(source, "secret area", entries.get(SECRETS)),
                sections(source, image, entries.get(METADATA)),
                List.copyOf(entries.keySet()));
    }

    private static OptionalLong reset(String source, Map<Guid, Bytes> entries)
            throws ProblemException {
        Bytes data = entries.get(RESET);
        if (data == null) {
            return OptionalLong.empty();
        }
        var in = new ByteCursor(source, data);
        return OptionalLong.of(in.u32("AP reset address"));
    }

    private static Optional<MemoryArea> area(String source, String field, Bytes data)
            throws ProblemException {
        if (data == null) {
            return Optional.empty();
        }
        var in = new ByteCursor(source + ": " + field, data);
        var area = new MemoryArea(in.u32("address"), in.u32("size"));
        return area.address() == 0 ? Optional.empty() : Optional.of(area);
    }

    private static List<FirmwareSection> sections(String source, Bytes image, Bytes data)
            throws ProblemException {
        if (data == null) {
            return List.of();
        }
        long distance = new ByteCursor(source, data).u32("distance of the SEV metadata");
        if (distance > image.size()) {
            throw new ProblemException(
                    new Problem(
                            ("The SEV metadata would begin %d bytes before the end of the firmware,"
                                            + " which has %d.")
                                    .formatted(distance, image.size()),
                            source,
                            "Take the firmware from its package again."));
        }
        int start = (int) (image.size() - distance);
        var in = new ByteCursor(source + ": SEV metadata", image.slice(start, image.size()));
        if (!in.bytes("signature", METADATA_MARK.size()).equals(METADATA_MARK)) {
            throw in.failure("signature", "ASEV", "other bytes");
        }
        in.u32("size");
        long version = in.u32("version");
        if (version != 1) {
            throw in.failure("version", "1", Long.toString(version));
        }
        long count = in.u32("count");
        List<FirmwareSection> sections = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            var area = new MemoryArea(in.u32("section address"), in.u32("section size"));
            sections.add(new FirmwareSection(area, in.u32("section type")));
        }
        return sections;
    }

    /**
     * Returns the address at which CPUs other than the first start.
     *
     * @throws ProblemException if the image does not contain it
     */
    public long requireResetAddress(String source) throws ProblemException {
        return resetAddress.orElseThrow(
                () ->
                        new ProblemException(
                                new Problem(
                                        "The firmware image has no start address for"
                                                + " further CPUs (AP"
                                                + " reset address), which an SEV-ES guest with"
                                                + " several CPUs needs.",
                                        source,
                                        "Choose an OVMF that supports SEV-ES, or specify the VMSA"
                                                + " pages as files.")));
    }
}
