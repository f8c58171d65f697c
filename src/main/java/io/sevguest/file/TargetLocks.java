package io.sevguest.file;

import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writes to the same file follow one another, and those to different files go side by side: a
 * file system that does not answer holds up nobody else.
 */
final class TargetLocks {
    /** Something that is done to one file. */
    @FunctionalInterface
    interface Write {
        void run() throws IOException, ProblemException;
    }

    private static final class Lock extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private int users;

        private Lock() {
            super(true);
        }
    }

    private final Map<Path, Lock> locks = new HashMap<>();

    /** Writes a file when all earlier writes to it have ended. */
    void write(Path target, Write write) throws IOException, ProblemException {
        Path name = target.toAbsolutePath().normalize();
        Lock lock;
        synchronized (locks) {
            lock = locks.computeIfAbsent(name, path -> new Lock());
            lock.users++;
        }
        lock.lock();
        try {
            write.run();
        } finally {
            lock.unlock();
            leave(name, lock);
        }
    }

    private void leave(Path name, Lock lock) {
        synchronized (locks) {
            lock.users--;
            if (lock.users == 0) {
                locks.remove(name);
            }
        }
    }
}
