package io.sevguest.state;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code preferences.json}, shared by all windows: each change is made to what stands in
 * the file then, under a lock, so that no window undoes another's. Keys of other versions stay.
 */
public final class PreferencesFile {
    private static final int MAX_BYTES = 1 << 20;

    private final Path folder;
    private final Path file;

    /**
     * A file that is neither read nor made yet.
     *
     * @param folder this program's configuration folder
     */
    public PreferencesFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("preferences.json");
    }

    /** Whether anything was ever chosen; without a file nothing need be loaded to read it. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * What was chosen; the defaults where there is no file.
     *
     * @throws ProblemException if the file cannot be read or is no JSON object
     */
    public Preferences read() throws ProblemException {
        return PreferencesJson.read(tree());
    }

    /**
     * Changes what stands in the file, and gives what stands in it now.
     *
     * @throws ProblemException if it cannot be read or written; it is then as it was
     */
    public Preferences update(UnaryOperator<Preferences> change) throws ProblemException {
        return new FolderLock(folder)
                .with(
                        () -> {
                            ObjectNode json = tree();
                            Preferences changed = change.apply(PreferencesJson.read(json));
                            PreferencesJson.write(changed, json);
                            AtomicFile.writePrivate(
                                    file, Bytes.of(PreferencesJson.MAPPER.writeValueAsBytes(json)));
                            return changed;
                        });
    }

    private ObjectNode tree() throws ProblemException {
        if (!Files.exists(file)) {
            return PreferencesJson.MAPPER.createObjectNode();
        }
        try {
            JsonNode json =
                    PreferencesJson.MAPPER.readTree(SizedFile.read(file, MAX_BYTES).toArray());
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new ProblemException(notJson(malformed.getOriginalMessage()), malformed);
        }
        throw new ProblemException(notJson("it holds no object"));
    }

    private Problem notJson(String why) {
        return new Problem(
                "The preferences cannot be read: " + why + ".",
                file.toString(),
                "Mend the file, or remove it: it is made anew.");
    }
}
