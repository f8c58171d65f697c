package io.sevguest.state.preferences;

import io.sevguest.file.AtomicFile;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.FolderLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The file {@code preferences.json}, shared by all windows. Each change is applied to the current
 * content of the file, under a lock, so that no window reverts a change of another one. Keys of
 * other versions are kept.
 */
public final class PreferencesFile {
    private final Path folder;
    private final Path file;

    /**
     * Creates an object for the file, which is neither read nor written yet.
     *
     * @param folder this program's configuration folder
     */
    public PreferencesFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("preferences.json");
    }

    /** Returns whether the file exists. If it does not, the classes that read it are not needed. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Returns the preferences; the defaults if the file does not exist.
     *
     * @throws ProblemException if the file cannot be read or does not contain a JSON object
     */
    public Preferences read() throws ProblemException {
        return PreferencesTree.read(file).preferences();
    }

    /**
     * Applies a change to the content of the file, and returns the new content.
     *
     * @throws ProblemException if the file cannot be read or written, in which case it is unchanged
     */
    public Preferences update(UnaryOperator<Preferences> change) throws ProblemException {
        return new FolderLock(folder)
                .with(
                        () -> {
                            PreferencesTree tree = PreferencesTree.read(file);
                            Preferences changed = change.apply(tree.preferences());
                            AtomicFile.writePrivate(file, tree.with(changed));
                            return changed;
                        });
    }
}
