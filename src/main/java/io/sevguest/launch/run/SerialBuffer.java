package io.sevguest.launch.run;

import io.sevguest.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes between a thread that brings them and one that takes them, all at once. */
final class SerialBuffer {
    /** So many bytes may wait; who brings more waits too. */
    static final int MOST = 16 << 20;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean closed;

    /** Adds the first bytes of a block; after the end they are dropped. */
    void add(byte[] block, int length) {
        lock.lock();
        try {
            while (waiting.size() >= MOST && !closed) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.write(block, 0, length);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for bytes and takes all there are; empty at the end, when nothing is left. */
    Bytes take() {
        lock.lock();
        try {
            while (waiting.size() == 0 && !closed) {
                changed.awaitUninterruptibly();
            }
            Bytes taken = Bytes.of(waiting.toByteArray());
            waiting = new ByteArrayOutputStream();
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is brought; what is there can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
