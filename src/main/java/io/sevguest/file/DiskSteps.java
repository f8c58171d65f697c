package io.sevguest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The single steps of writing a file completely or not at all. Each step can fail. */
class DiskSteps {
    private static final int CHUNK = 1 << 16;

    /** Creates and syncs a file, which has mode 0600 at any time. */
    final void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PrivateFiles.FILE))) {
            write(channel, content);
            sync(channel);
        }
    }

    /**
     * Writes bytes through a separate buffer and wipes it. The JDK would keep its own copy of the
     * bytes.
     */
    void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Math.min(content.length, CHUNK));
        try {
            for (int at = 0; at < content.length; at += buffer.limit()) {
                buffer.clear();
                buffer.put(content, at, Math.min(buffer.capacity(), content.length - at)).flip();
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        } finally {
            buffer.clear();
            buffer.put(new byte[buffer.capacity()]);
        }
    }

    void sync(FileChannel channel) throws IOException {
        channel.force(true);
    }

    /** Gives a file a second name, which must not exist. */
    void link(Path file, Path name) throws IOException {
        Files.createLink(name, file);
    }

    /** Renames a file in one step, replacing an existing file. */
    void rename(Path file, Path name) throws IOException {
        Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Syncs a folder, so that new names survive a power failure. */
    void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            sync(channel);
        }
    }
}
