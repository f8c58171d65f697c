package io.sevguest.launch.run;

import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The messages of QEMU: all of them in a private file, the last lines in memory for explaining its
 * end.
 */
final class GuestLog {
    private static final System.Logger LOG = System.getLogger(GuestLog.class.getName());
    private static final int LAST_LINES = 12;

    private final OutputStream out;
    private final Deque<String> last = new ArrayDeque<>();

    private GuestLog(OutputStream out) {
        this.out = out;
    }

    static GuestLog create(Path path) throws ProblemException {
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
            return new GuestLog(PrivateFiles.append(path));
        } catch (IOException failure) {
            throw FileProblems.writing(path, failure);
        }
    }

    synchronized void add(String line) {
        last.addLast(line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            LOG.log(Level.WARNING, "QEMU's log cannot be written", full);
        }
    }

    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    void close() {
        try {
            out.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "QEMU's log could not be closed", failure);
        }
    }
}
