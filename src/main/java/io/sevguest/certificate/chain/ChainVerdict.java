package io.sevguest.certificate.chain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer whether a platform's certificates lead to a trusted root, link by link.
 *
 * @param links the state of every {@link Link}, in their order
 * @param root the trusted root whose key the chain begins with; empty if it is nobody's that is
 *     known
 */
public record ChainVerdict(Map<Link, LinkState> links, Optional<Root> root) {
    public ChainVerdict {
        links = Collections.unmodifiableMap(new EnumMap<>(links));
    }

    /** Checks every signature. Takes some milliseconds: call it from a task. */
    public static ChainVerdict of(PlatformCertificates platform, TrustedRoots roots) {
        return new ChainCheck(platform, roots).verdict();
    }

    /** Returns whether every link is good and the root is trusted. */
    public boolean valid() {
        return root.isPresent() && links.values().stream().allMatch(LinkState::isGood);
    }

    /**
     * Returns whether the PEK is that of a platform under a trusted root; the PDH may be missing.
     */
    public boolean provesPek() {
        return root.isPresent()
                && links.entrySet().stream()
                        .allMatch(
                                link ->
                                        link.getKey() == Link.PEK_PDH
                                                ? !link.getValue().isFailed()
                                                : link.getValue().isGood());
    }

    public LinkState state(Link link) {
        return links.get(link);
    }

    /** The links that failed; those that cannot be checked are not among them. */
    public List<Link> failing() {
        return links.keySet().stream().filter(link -> state(link).isFailed()).toList();
    }

    /** The verdict in one sentence or two. */
    public String sentence() {
        if (valid()) {
            return root.orElseThrow().isOwn()
                    ? "The chain is valid, by a root of your own, which is not AMD's."
                    : "The chain is valid. Its root is " + root.get().words() + ".";
        }
        if (!failing().isEmpty()) {
            return "The chain is not valid: %d of %d links failed."
                    .formatted(failing().size(), links.size());
        }
        return links.values().stream().allMatch(LinkState::isGood)
                ? "The chain is not valid: its signatures are right, but its root is not AMD's."
                : "The chain cannot be checked as a whole.";
    }
}
