package io.sevguest.state.preferences;

import io.sevguest.file.AtomicFile;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.FolderLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The file {@code preferences.json}, shared by all windows: each change is made to what stands in
 * the file then, under a lock, so that no window undoes another's. Keys of other versions stay.
 */
public final class PreferencesFile {
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

    /**
     * Returns whether anything was ever chosen; without a file nothing need be loaded to read it.
     */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Returns the preferences; the defaults if there is no file.
     *
     * @throws ProblemException if the file cannot be read or is no JSON object
     */
    public Preferences read() throws ProblemException {
        return PreferencesTree.read(file).preferences();
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
                            PreferencesTree tree = PreferencesTree.read(file);
                            Preferences changed = change.apply(tree.preferences());
                            AtomicFile.writePrivate(file, tree.with(changed));
                            return changed;
                        });
    }
}
