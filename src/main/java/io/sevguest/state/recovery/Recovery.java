package io.sevguest.state.recovery;

import io.sevguest.file.FolderListing;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.FolderLock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Preserves unsaved documents across a crash. Each window owns a slot while its process runs. At
 * the next start, exactly one process finds the slots of terminated processes.
 */
public final class Recovery {
    private final Path folder;

    /**
     * Creates an object for the folder, which is not accessed yet.
     *
     * @param folder {@code recovery} in this program's state folder
     */
    public Recovery(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates a slot for a window of this process.
     *
     * @throws ProblemException if the folder cannot be used
     */
    public RecoverySlot open() throws ProblemException {
        return new FolderLock(folder)
                .with(
                        () -> {
                            String name = ownPrefix() + UUID.randomUUID() + RecoverySlot.LOCK;
                            return held(folder.resolve(name));
                        });
    }

    private static RecoverySlot held(Path lock) throws IOException {
        FileChannel channel = FolderLock.open(lock);
        channel.lock();
        return new RecoverySlot(lock, channel);
    }

    /**
     * Takes over the slots of terminated processes that contain a document, and removes the empty
     * ones. The caller then calls {@link RecoverySlot#remove} if the document is restored or not
     * wanted, or {@link RecoverySlot#close} to find it again at the next start.
     *
     * @throws ProblemException if the folder cannot be used
     */
    public List<RecoverySlot> orphans() throws ProblemException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return new FolderLock(folder).with(this::takeOrphans);
    }

    private List<RecoverySlot> takeOrphans() throws IOException, ProblemException {
        List<RecoverySlot> taken = new ArrayList<>();
        for (Path lock : FolderListing.of(folder, Recovery::isLock)) {
            // Opening and closing a lock file of this process would release its lock.
            if (!lock.getFileName().toString().startsWith(ownPrefix())) {
                take(lock, taken);
            }
        }
        return taken;
    }

    private static boolean isLock(String name) {
        return name.endsWith(RecoverySlot.LOCK) && name.length() > RecoverySlot.LOCK.length();
    }

    private static void take(Path lock, List<RecoverySlot> taken)
            throws IOException, ProblemException {
        FileChannel channel = FolderLock.open(lock);
        if (channel.tryLock() == null) {
            channel.close();
            return;
        }
        var slot = new RecoverySlot(lock, channel);
        if (slot.isEmpty()) {
            slot.remove();
        } else {
            taken.add(slot);
        }
    }

    /**
     * Returns the prefix for the names of this process's slots, which no other process ever uses.
     */
    private static String ownPrefix() {
        ProcessHandle own = ProcessHandle.current();
        long started = own.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return own.pid() + "-" + started + "-";
    }
}
