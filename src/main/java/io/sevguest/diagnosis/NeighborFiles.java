package io.sevguest.diagnosis;

import io.sevguest.file.FileHash;
import io.sevguest.file.FolderListing;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Other files in the folder of one that is measured, which may have been booted. A folder or file
 * that cannot be read holds none.
 */
final class NeighborFiles {
    private static final int IMAGE_LIMIT = 16 << 20;
    private static final int MOST_IMAGES = 24;
    private static final int INITRD_LIMIT = 512 << 20;
    private static final int MOST_INITRDS = 8;

    private NeighborFiles() {}

    /** Images beside a firmware, at most 24 of up to 16 MiB. */
    static List<Alternatives.Image> images(Path firmware) {
        List<Alternatives.Image> images = new ArrayList<>();
        for (Path file : others(firmware, "*.{fd,bin,rom,img,fd_trimmed}", IMAGE_LIMIT)) {
            try {
                images.add(new Alternatives.Image(name(file), SizedFile.read(file, IMAGE_LIMIT)));
            } catch (ProblemException unreadable) {
                continue;
            }
            if (images.size() == MOST_IMAGES) {
                break;
            }
        }
        return images;
    }

    /**
     * Returns the files beside a kernel that have the name of an initrd, at most 8 of up to 512
     * MiB.
     */
    static List<Alternatives.Initrd> initrds(Path kernel, Progress progress) {
        List<Alternatives.Initrd> initrds = new ArrayList<>();
        for (Path file : others(kernel, "*initr*", INITRD_LIMIT)) {
            try {
                initrds.add(new Alternatives.Initrd(name(file), FileHash.sha256(file, progress)));
            } catch (ProblemException unreadable) {
                continue;
            }
            if (initrds.size() == MOST_INITRDS) {
                break;
            }
        }
        return initrds;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> others(Path given, String names, long limit) {
        List<Path> others = new ArrayList<>();
        Path folder = given.toAbsolutePath().getParent();
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + names);
        try {
            for (Path file : FolderListing.of(folder, it -> matcher.matches(Path.of(it)))) {
                if (Files.isRegularFile(file)
                        && Files.size(file) <= limit
                        && !Files.isSameFile(file, given)) {
                    others.add(file);
                }
            }
        } catch (IOException unreadableFolder) {
            return List.of();
        }
        return List.copyOf(others);
    }
}
