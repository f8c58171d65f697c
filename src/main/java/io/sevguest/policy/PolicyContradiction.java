package io.sevguest.policy;

import io.sevguest.policy.SevPolicy.Flag;
import java.util.ArrayList;
import java.util.List;

/**
 * Two bits of a policy that do not go together.
 *
 * @param superfluous the bit that has no effect
 * @param because the bit that takes it away
 * @param sentence full sentences on what that means
 */
public record PolicyContradiction(Flag superfluous, Flag because, String sentence) {
    /** All contradictions of a policy. */
    public static List<PolicyContradiction> of(SevPolicy policy) {
        List<PolicyContradiction> all = new ArrayList<>();
        if (!policy.has(Flag.NOSEND)) {
            return List.of();
        }
        if (policy.has(Flag.DOMAIN)) {
            all.add(
                    new PolicyContradiction(
                            Flag.DOMAIN,
                            Flag.NOSEND,
                            "DOMAIN restricts the platforms that the guest may be sent to, but NOSEND"
                                    + " forbids sending it at all."));
        }
        if (policy.has(Flag.SEV)) {
            all.add(
                    new PolicyContradiction(
                            Flag.SEV,
                            Flag.NOSEND,
                            "SEV allows sending the guest only to platforms with SEV, but NOSEND"
                                    + " forbids sending it at all."));
        }
        return List.copyOf(all);
    }
}
