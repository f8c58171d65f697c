package io.sevguest.session;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.security.SecureRandom;

/**
 * The two keys that guest owner and platform share during a launch: the transport encryption key
 * (TEK) for secrets, the transport integrity key (TIK) for measurements. Closing wipes both.
 *
 * @param tek 16 bytes
 * @param tik 16 bytes
 */
public record TransportKeys(SecretBytes tek, SecretBytes tik) implements AutoCloseable {
    /** Bytes of each key. */
    public static final int KEY_SIZE = 16;

    public TransportKeys {
        if (tek.size() != KEY_SIZE || tik.size() != KEY_SIZE) {
            throw new IllegalArgumentException("a transport key has 16 bytes");
        }
    }

    /** Fresh random keys. */
    public static TransportKeys generate(SecureRandom random) {
        return new TransportKeys(
                SecretBytes.generate(KEY_SIZE, random), SecretBytes.generate(KEY_SIZE, random));
    }

    /**
     * Reads TEK then TIK, 32 bytes, as a session blob wraps them and sev-tool's {@code tmp_tk.bin}
     * holds them.
     *
     * @param both still the caller's, who wipes it
     * @throws ProblemException if there are not 32 bytes
     */
    public static TransportKeys parse(String source, SecretBytes both) throws ProblemException {
        if (both.size() != 2 * KEY_SIZE) {
            throw new ProblemException(
                    new Problem(
                            "The transport keys have %s, but TEK and TIK together have 32."
                                    .formatted(Count.of(both.size(), "byte")),
                            source,
                            "Choose the file that contains both, TEK first."));
        }
        return new TransportKeys(both.slice(0, KEY_SIZE), both.slice(KEY_SIZE, 2 * KEY_SIZE));
    }

    /** TEK then TIK, 32 bytes, wiped on their own. */
    public SecretBytes both() {
        return tek.append(tik);
    }

    @Override
    public void close() {
        tek.close();
        tik.close();
    }
}
