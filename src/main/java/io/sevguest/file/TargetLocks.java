package io.sevguest.file;

import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serializes writes to the same file. Writes to different files run in parallel, so that a file
 * system that does not respond does not block others.
 */
final class TargetLocks {
    /** A write to one file. */
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

    /** Runs a write after all earlier writes to the same file have ended. */
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
