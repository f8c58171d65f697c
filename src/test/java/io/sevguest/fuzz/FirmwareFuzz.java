package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.firmware.Firmware;
import io.sevguest.measurement.firmware.MemoryArea;
import io.sevguest.problem.ProblemException;
import java.util.Optional;
import java.util.Set;

/**
 * Any bytes as a firmware image: rejected with a problem or read, within the limits of its table;
 * an area at address 0 is ignored.
 */
final class FirmwareFuzz {
    private static final int METADATA_ENTRY = 12;

    private FirmwareFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Bytes image = Bytes.of(input);
        try {
            Firmware firmware = Firmware.parse("fuzz", image);
            if (!Firmware.hasTable(image)) {
                throw new AssertionError("read a table that is not there");
            }
            if (firmware.sections().size() > image.size() / METADATA_ENTRY) {
                throw new AssertionError("more sections than the image has room for");
            }
            if (Set.copyOf(firmware.guids()).size() != firmware.guids().size()) {
                throw new AssertionError("an entry is told twice");
            }
            check(firmware.hashArea());
            check(firmware.secretArea());
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }

    private static void check(Optional<MemoryArea> area) {
        if (area.isPresent() && area.get().address() == 0) {
            throw new AssertionError("an area at address 0 is not supported");
        }
    }
}
