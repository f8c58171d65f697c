package io.sevguest.state.preferences;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of the preferences file. It is separate from {@link PreferencesFile} so that a start
 * without the file does not load Jackson.
 */
final class PreferencesTree {
    private static final int MAX_BYTES = 1 << 20;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode json;

    private PreferencesTree(ObjectNode json) {
        this.json = json;
    }

    /**
     * Returns the content of a file; an empty object if it does not exist.
     *
     * @throws ProblemException if the file cannot be read or does not contain a JSON object
     */
    static PreferencesTree read(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            return new PreferencesTree(MAPPER.createObjectNode());
        }
        try {
            JsonNode json = MAPPER.readTree(SizedFile.read(file, MAX_BYTES).toArray());
            if (json instanceof ObjectNode object) {
                return new PreferencesTree(object);
            }
        } catch (JacksonException malformed) {
            throw new ProblemException(notJson(file, malformed.getOriginalMessage()), malformed);
        }
        throw new ProblemException(notJson(file, "it contains no JSON object"));
    }

    private static Problem notJson(Path file, String why) {
        return new Problem(
                "The preferences cannot be read: " + why + ".",
                file.toString(),
                "Fix the file, or remove it to use the default preferences.");
    }

    /** Returns the preferences, with defaults for missing values. */
    Preferences preferences() {
        return PreferencesJson.read(json);
    }

    /**
     * Returns the bytes of a file with the changed preferences. Keys of other versions are kept.
     */
    Bytes with(Preferences changed) {
        PreferencesJson.write(changed, json);
        return Bytes.of(MAPPER.writeValueAsBytes(json));
    }
}
