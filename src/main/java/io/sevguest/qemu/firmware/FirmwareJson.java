package io.sevguest.qemu.firmware;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.FirmwareDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of a firmware descriptor.
 *
 * <p>Source: QEMU docs/interop/firmware.json
 */
final class FirmwareJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FirmwareJson() {}

    /**
     * One descriptor.
     *
     * @throws ProblemException if it is not valid JSON or lacks a mandatory member
     */
    static FirmwareDescriptor parse(String name, String text) throws ProblemException {
        JsonNode root = tree(name, text);
        return new FirmwareDescriptor(
                name,
                root.path("description").asString(""),
                new HashSet<>(strings(root.path("interface-types"))),
                mapping(name, root.path("mapping")),
                targets(root.path("targets")),
                new HashSet<>(strings(root.path("features"))));
    }

    private static JsonNode tree(String name, String text) throws ProblemException {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException malformed) {
            throw new ProblemException(
                    Problem.of(name + " is not valid JSON: " + malformed.getOriginalMessage()),
                    malformed);
        }
        throw new ProblemException(Problem.of(name + " does not contain a JSON object."));
    }

    private static FirmwareDescriptor.Mapping mapping(String name, JsonNode mapping)
            throws ProblemException {
        String device = mapping.path("device").asString("");
        return switch (device) {
            case "" -> throw new ProblemException(Problem.of(name + " has no mapping."));
            case "flash" -> flash(mapping);
            case "memory" -> new FirmwareDescriptor.Memory(mapping.path("filename").asString(""));
            case "kernel" -> new FirmwareDescriptor.Kernel(mapping.path("filename").asString(""));
            default -> new FirmwareDescriptor.Other(device);
        };
    }

    private static FirmwareDescriptor.Mapping flash(JsonNode mapping) {
        String mode = mapping.path("mode").asString("split").toUpperCase(Locale.ROOT);
        for (FirmwareDescriptor.FlashMode known : FirmwareDescriptor.FlashMode.values()) {
            if (known.name().equals(mode)) {
                return new FirmwareDescriptor.Flash(
                        known,
                        image(mapping.path("executable")),
                        mapping.has("nvram-template")
                                ? Optional.of(image(mapping.path("nvram-template")))
                                : Optional.empty());
            }
        }
        return new FirmwareDescriptor.Other("flash of the mode " + mode);
    }

    private static FirmwareDescriptor.Image image(JsonNode image) {
        return new FirmwareDescriptor.Image(
                image.path("filename").asString(""), image.path("format").asString("raw"));
    }

    private static List<FirmwareDescriptor.Target> targets(JsonNode targets) {
        List<FirmwareDescriptor.Target> found = new ArrayList<>();
        for (JsonNode target : targets) {
            found.add(
                    new FirmwareDescriptor.Target(
                            target.path("architecture").asString(""),
                            strings(target.path("machines"))));
        }
        return found;
    }

    private static List<String> strings(JsonNode array) {
        List<String> found = new ArrayList<>();
        for (JsonNode item : array) {
            found.add(item.asString(""));
        }
        return found;
    }
}
