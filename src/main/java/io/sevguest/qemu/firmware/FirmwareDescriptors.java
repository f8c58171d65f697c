package io.sevguest.qemu.firmware;

import io.sevguest.file.FolderListing;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.FirmwareDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The firmware descriptors of a machine, in the order in which they are tried.
 *
 * @param descriptors sorted by file name
 * @param problems descriptors that could not be read
 *     <p>Source: libvirt 11.3.0, qemu_interop_config.c.
 */
public record FirmwareDescriptors(List<FirmwareDescriptor> descriptors, List<Problem> problems) {
    /** The finding that none of them is what a guest wants. */
    public static final String NOT_FOUND = "firmware-not-found";

    public FirmwareDescriptors {
        descriptors = List.copyOf(descriptors);
        problems = List.copyOf(problems);
    }

    /**
     * The folders that are read, those that count more later.
     *
     * @param environment of this process
     */
    public static List<Path> directories(Map<String, String> environment) {
        List<Path> directories = new ArrayList<>();
        directories.add(Path.of("/usr/share/qemu/firmware"));
        directories.add(Path.of("/etc/qemu/firmware"));
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (!config.isEmpty()) {
            directories.add(Path.of(config, "qemu", "firmware"));
        } else if (!home.isEmpty()) {
            directories.add(Path.of(home, ".config", "qemu", "firmware"));
        }
        return directories;
    }

    /**
     * Reads all descriptors: one of the same file name in a later folder takes an earlier one's
     * place, and an empty file masks it. Folders that do not exist hold none.
     */
    public static FirmwareDescriptors load(List<Path> directories) {
        Map<String, Path> byName = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path directory : directories) {
            try {
                collect(directory, byName);
            } catch (IOException unreadable) {
                problems.add(problem(directory, unreadable.toString()));
            }
        }
        List<FirmwareDescriptor> descriptors = new ArrayList<>();
        for (Path file : byName.values()) {
            try {
                String text = Files.readString(file);
                if (!text.isEmpty()) {
                    descriptors.add(FirmwareJson.parse(file.getFileName().toString(), text));
                }
            } catch (IOException unreadable) {
                problems.add(problem(file, unreadable.toString()));
            } catch (ProblemException malformed) {
                problems.add(problem(file, malformed.problem().what()));
            }
        }
        return new FirmwareDescriptors(descriptors, problems);
    }

    private static void collect(Path directory, Map<String, Path> byName) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        for (Path file : FolderListing.of(directory, name -> name.endsWith(".json"))) {
            byName.put(file.getFileName().toString(), file);
        }
    }

    private static Problem problem(Path path, String why) {
        return new Problem(
                "The firmware descriptor could not be read: " + why,
                path.toString(),
                "Install the firmware package again, or name a loader in the XML.");
    }
}
