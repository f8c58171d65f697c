package io.sevguest.fuzz;

import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;

/** Any text as a policy: rejected with a problem, or read and written back the same. */
final class PolicyFuzz {
    private PolicyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        new PolicyText(text)
                .value()
                .ifPresent(policy -> same(policy, PolicyText.of(policy).value().orElseThrow()));
        try {
            SevPolicy policy = SevPolicy.parse(text);
            same(policy, SevPolicy.parse(policy.toHex()));
            same(policy, SevPolicy.parse(Long.toString(policy.toDecimal())));
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }

    private static void same(SevPolicy expected, SevPolicy found) {
        if (!expected.equals(found)) {
            throw new AssertionError(expected + " came back as " + found);
        }
    }
}
