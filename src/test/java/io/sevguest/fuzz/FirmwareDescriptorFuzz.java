package io.sevguest.fuzz;

import io.sevguest.qemu.firmware.FirmwareDescriptors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Any bytes as a firmware descriptor: read, masked because it is empty, or a problem. */
final class FirmwareDescriptorFuzz {
    private static final Path FOLDER = folder();

    private FirmwareDescriptorFuzz() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("descriptor-fuzz");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FOLDER.resolve("50-ovmf.json"), input);
        FirmwareDescriptors read = FirmwareDescriptors.load(List.of(FOLDER));
        int told = read.descriptors().size() + read.problems().size();
        if (told != (input.length == 0 ? 0 : 1)) {
            throw new AssertionError(told + " descriptors and problems of one file");
        }
    }
}
