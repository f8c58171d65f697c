package io.sevguest.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes several private files that belong together, either all or none. Each file is first written
 * and synced under a temporary name beside its target. Then the files are renamed in the given
 * order, so that the last one, which describes the set, marks it complete. After a failure, old
 * files are restored and new ones removed. A killed process leaves at most hidden files with names
 * that end in {@code .sevguest-new} or {@code .sevguest-old}.
 */
public final class FileSet {
    /**
     * One file of the set, mode 0600.
     *
     * @param target the path of the file
     * @param content the content, which the caller still owns and wipes
     */
    public record Entry(Path target, SecretBytes content) {
        /** Returns an entry for a file without secrets, which need not be wiped. */
        public static Entry of(Path target, Bytes content) {
            return new Entry(target, SecretBytes.take(content.toArray()));
        }
    }

    private final DiskSteps steps;

    FileSet(DiskSteps steps) {
        this.steps = steps;
    }

    /**
     * Writes the files.
     *
     * @param entries the files, with the descriptive file last and without duplicate targets
     * @param overwrite whether existing files are replaced
     * @throws ProblemException if a file exists and may not be replaced, or a file cannot be
     *     written; nothing has changed in this case
     */
    public static void write(List<Entry> entries, boolean overwrite) throws ProblemException {
        new FileSet(new DiskSteps()).writeAll(entries, overwrite);
    }

    /**
     * Refuses targets that cannot be written, before any work is done.
     *
     * @throws ProblemException if a target exists and may not be replaced, or is not a regular file
     */
    public static void check(List<Path> targets, boolean overwrite) throws ProblemException {
        for (Path target : targets) {
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (!overwrite) {
                throw FileProblems.taken(target, new FileAlreadyExistsException(target.toString()));
            }
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new ProblemException(
                        new Problem(
                                "This is a folder, link, pipe or device, which is not replaced.",
                                target.toString(),
                                "Choose another name."));
            }
        }
    }

    void writeAll(List<Entry> entries, boolean overwrite) throws ProblemException {
        List<Path> targets = entries.stream().map(Entry::target).toList();
        if (new HashSet<>(targets).size() < targets.size()) {
            throw new IllegalArgumentException("a target is named twice");
        }
        check(targets, overwrite);
        List<Placement> placings = targets.stream().map(Placement::new).toList();
        Path at = targets.get(0);
        try {
            for (int i = 0; i < entries.size(); i++) {
                at = targets.get(i);
                placings.get(i).fill(entries.get(i).content());
            }
            if (overwrite) {
                keepOld(placings);
            }
            for (Placement placing : placings) {
                at = placing.target;
                placing.place();
            }
            syncFolders(targets);
        } catch (IOException failed) {
            placings.forEach(placing -> placing.undo(failed));
            placings.forEach(placing -> placing.clean(failed));
            throw problem(at, failed, placings);
        }
        var left =
                new IOException("the old file could not be removed after the new one was written");
        placings.forEach(placing -> placing.clean(left));
        if (left.getSuppressed().length > 0) {
            throw FileProblems.writing(at, left);
        }
    }

    /**
     * Keeps the old files for a rollback. The descriptive file is moved away first of all changes.
     */
    private static void keepOld(List<Placement> placings) throws IOException {
        int last = placings.size() - 1;
        for (Placement placing : placings.subList(0, last)) {
            placing.keepOld();
        }
        placings.get(last).takeOldAway();
    }

    /**
     * Returns the problem that writing failed, with the paths of old files that could not be
     * restored.
     */
    private static ProblemException problem(Path at, IOException failed, List<Placement> placings) {
        ProblemException told =
                failed instanceof FileAlreadyExistsException
                        ? FileProblems.taken(at, failed)
                        : FileProblems.writing(at, failed);
        List<String> kept =
                placings.stream()
                        .filter(placing -> placing.stuck)
                        .map(placing -> placing.old.toString())
                        .toList();
        return kept.isEmpty()
                ? told
                : new ProblemException(
                        told.problem()
                                .withFix(
                                        "Old files could not be restored. Rename them from: "
                                                + String.join(", ", kept)
                                                + "."),
                        failed);
    }

    private void syncFolders(List<Path> targets) throws IOException {
        Set<Path> folders = new HashSet<>();
        for (Path target : targets) {
            Path folder = target.toAbsolutePath().getParent();
            if (folders.add(folder)) {
                steps.syncFolder(folder);
            }
        }
    }

    /** A file that is being moved to its target. */
    private final class Placement {
        private final Path target;
        private final Path fresh;
        private final Path old;
        private boolean kept;
        private boolean changed;

        /** True if the old file could not be restored and only has its hidden name. */
        private boolean stuck;

        Placement(Path target) {
            this.target = target;
            String hidden = "." + target.getFileName() + "-" + UUID.randomUUID();
            this.fresh = target.resolveSibling(hidden + ".sevguest-new");
            this.old = target.resolveSibling(hidden + ".sevguest-old");
        }

        void fill(SecretBytes content) throws IOException {
            content.use(
                    values -> {
                        steps.fill(fresh, values);
                        return fresh;
                    });
        }

        /** Gives the old file a second name, from which it can be restored. */
        void keepOld() throws IOException {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                steps.link(target, old);
                kept = true;
            }
        }

        void takeOldAway() throws IOException {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                steps.rename(target, old);
                kept = true;
                changed = true;
            }
        }

        void place() throws IOException {
            if (kept) {
                steps.rename(fresh, target);
            } else {
                steps.link(fresh, target);
            }
            changed = true;
        }

        void undo(IOException reason) {
            try {
                if (changed && kept) {
                    steps.rename(old, target);
                } else if (changed) {
                    steps.delete(target);
                }
            } catch (IOException failed) {
                stuck = kept;
                reason.addSuppressed(failed);
            }
        }

        void clean(IOException reason) {
            try {
                steps.delete(fresh);
                if (!stuck) {
                    steps.delete(old);
                }
            } catch (IOException failed) {
                reason.addSuppressed(failed);
            }
        }
    }
}
