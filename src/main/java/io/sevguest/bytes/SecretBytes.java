package io.sevguest.bytes;

import io.sevguest.problem.Count;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes that must stay secret: a key or a payload. They are lent, never handed out, and whoever
 * made the object wipes it by closing it; its text contains only the size. Safe for use by several
 * threads; wiping waits for the loans of other threads to end.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] values;
    private boolean wiped;

    private SecretBytes(byte[] values) {
        this.values = values;
    }

    /** Takes an array over: it is wiped with this object, and the caller no longer uses it. */
    public static SecretBytes take(byte[] owned) {
        return new SecretBytes(owned);
    }

    /** A copy; the caller still owns and wipes the array. */
    public static SecretBytes copyOf(byte[] values) {
        return new SecretBytes(values.clone());
    }

    /**
     * Fresh random bytes.
     *
     * @param size how many bytes
     */
    public static SecretBytes generate(int size, SecureRandom random) {
        byte[] values = new byte[size];
        random.nextBytes(values);
        return new SecretBytes(values);
    }

    /** A use of lent bytes; the array is neither kept nor changed. */
    @FunctionalInterface
    public interface Loan<R, E extends Exception> {
        R use(byte[] values) throws E;
    }

    /**
     * Lends the bytes themselves, not a copy, for the time of the call.
     *
     * @throws IllegalStateException if they are wiped
     */
    public synchronized <R, E extends Exception> R use(Loan<R, E> loan) throws E {
        if (wiped) {
            throw new IllegalStateException("the secret is wiped");
        }
        return loan.use(values);
    }

    /**
     * A copy of the bytes from {@code from} (inclusive) to {@code to} (exclusive), wiped on its
     * own.
     */
    public SecretBytes slice(int from, int to) {
        if (from < 0 || to > size() || from > to) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + size());
        }
        return use(own -> new SecretBytes(Arrays.copyOfRange(own, from, to)));
    }

    /** A copy of these bytes followed by others, wiped on its own. */
    public SecretBytes append(SecretBytes more) {
        return use(
                own ->
                        more.use(
                                others -> {
                                    byte[] joined = Arrays.copyOf(own, own.length + others.length);
                                    System.arraycopy(others, 0, joined, own.length, others.length);
                                    return new SecretBytes(joined);
                                }));
    }

    public int size() {
        return values.length;
    }

    /** Returns whether the bytes are equal, in a time that does not depend on where they differ. */
    public boolean sameAs(SecretBytes other) {
        return use(own -> other.use(others -> MessageDigest.isEqual(own, others)));
    }

    /** Overwrites the bytes with zeros; a second time does nothing. */
    @Override
    public synchronized void close() {
        Arrays.fill(values, (byte) 0);
        wiped = true;
    }

    public synchronized boolean isWiped() {
        return wiped;
    }

    @Override
    public String toString() {
        return "secret, " + Count.of(size(), "byte");
    }
}
