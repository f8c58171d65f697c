package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.KernelBoot;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may have been meant instead of what was given.
 *
 * @param tek still its owner's; tried as TIK
 * @param kernel one that the guest boots without kernel hashes
 * @param firmware other images that may have been booted
 */
public record Alternatives(
        Optional<SecretBytes> tek, Optional<KernelBoot> kernel, List<Image> firmware) {
    private static final int LIMIT = 16 << 20;
    private static final int MOST = 24;

    /** Nothing else is at hand. */
    public static final Alternatives NONE =
            new Alternatives(Optional.empty(), Optional.empty(), List.of());

    public Alternatives {
        firmware = List.copyOf(firmware);
    }

    /** A firmware image and its name. */
    public record Image(String name, Bytes content) {}

    /**
     * Other images in the folder of a firmware, at most 24 of up to 16 MiB.
     *
     * @throws ProblemException if one of them cannot be read
     */
    public static List<Image> imagesBeside(Path firmware) throws ProblemException {
        List<Path> beside = new ArrayList<>();
        Path folder = firmware.toAbsolutePath().getParent();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "*.{fd,bin,rom,img,fd_trimmed}")) {
            for (Path file : files) {
                if (isOther(file, firmware)) {
                    beside.add(file);
                }
            }
        } catch (IOException unreadableFolderHoldsNoAlternative) {
            return List.of();
        }
        List<Image> images = new ArrayList<>();
        for (Path file : beside.stream().sorted().limit(MOST).toList()) {
            images.add(new Image(file.getFileName().toString(), SizedFile.read(file, LIMIT)));
        }
        return images;
    }

    private static boolean isOther(Path file, Path firmware) throws IOException {
        return Files.isRegularFile(file)
                && Files.isReadable(file)
                && Files.size(file) <= LIMIT
                && !Files.isSameFile(file, firmware);
    }
}
