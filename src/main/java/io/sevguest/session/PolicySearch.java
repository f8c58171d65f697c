package io.sevguest.session;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.policy.SevPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the policy for which a session was made, by its TIK. */
public final class PolicySearch {
    private static final int FLAGS = 1 << SevPolicy.Flag.values().length;

    private PolicySearch() {}

    /**
     * The policy whose POLICY_MAC is the session's; empty if the TIK is another session's, or the
     * policy is none of those that are tried.
     *
     * @param likely tried first; after them every combination of the named bits is
     */
    public static Optional<SevPolicy> find(
            LaunchSession session, SecretBytes tik, List<SevPolicy> likely) {
        return Stream.concat(likely.stream(), IntStream.range(0, FLAGS).mapToObj(SevPolicy::new))
                .filter(policy -> PolicyMac.fits(session, policy, tik))
                .findFirst();
    }
}
