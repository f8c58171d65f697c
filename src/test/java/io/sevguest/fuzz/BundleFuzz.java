package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.bundle.LaunchBundle;

/**
 * Any bytes as launch parameters: accepted and written back the same, or rejected with a problem.
 */
final class BundleFuzz {
    private BundleFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            LaunchBundle bundle = LaunchBundle.parse("fuzz", Bytes.of(input));
            LaunchBundle again = LaunchBundle.parse("again", bundle.toBytes());
            if (!again.equals(bundle)) {
                throw new AssertionError("it does not come back");
            }
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }
}
