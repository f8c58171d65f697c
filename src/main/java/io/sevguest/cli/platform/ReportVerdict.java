package io.sevguest.cli.platform;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.measurement.AttestationReport;
import io.sevguest.policy.SevPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdict on an attestation report, as JSON and as text.
 *
 * @param fault the reason why the signature is not valid; empty if it is valid
 * @param chain the verdict on the platform's chain; empty if only the PEK was given
 */
record ReportVerdict(
        AttestationReport report,
        Optional<String> fault,
        Optional<ChainVerdict> chain,
        Expected expected) {
    /** The values that the user expects in the report. */
    record Expected(
            Optional<Bytes> nonce, Optional<Bytes> launchDigest, Optional<SevPolicy> policy) {}

    boolean valid() {
        return failing().isEmpty();
    }

    /** Returns the JSON names of the failed checks. */
    private List<String> failing() {
        List<String> failing = new ArrayList<>();
        if (fault.isPresent()) {
            failing.add("signature");
        }
        if (chain.isPresent() && !chain.get().provesPek()) {
            failing.add("chain");
        }
        if (differs(expected.nonce(), report.nonce())) {
            failing.add("nonce");
        }
        if (differs(expected.launchDigest(), report.launchDigest())) {
            failing.add("launchDigest");
        }
        if (differs(expected.policy(), report.policy())) {
            failing.add("policy");
        }
        return failing;
    }

    private static <T> boolean differs(Optional<T> wanted, T found) {
        return wanted.isPresent() && !wanted.get().equals(found);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", valid());
        json.put("signature", fault.map(why -> "fail: " + why).orElse("ok"));
        json.put("chain", chain.map(VerdictText::json).orElse(null));
        json.put("nonce", report.nonce().toHex());
        json.put("launchDigest", report.launchDigest().toHex());
        json.put("policy", report.policy().toHex());
        json.put("failing", failing());
        return json;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(answer());
        lines.add("");
        lines.add(
                line("signature", fault.map(why -> "FAILED: " + why).orElse("made with this PEK")));
        lines.add(line("platform", platform()));
        lines.add(line("nonce", report.nonce().toHex(), expected.nonce().map(Bytes::toHex)));
        lines.add(
                line(
                        "digest",
                        report.launchDigest().toHex(),
                        expected.launchDigest().map(Bytes::toHex)));
        lines.add(line("policy", words(report.policy()), expected.policy().map(this::words)));
        return String.join(System.lineSeparator(), lines);
    }

    private String answer() {
        if (!valid()) {
            return "The report is not valid. Failed checks: %s."
                    .formatted(String.join(", ", failing()));
        }
        return chain.isPresent()
                ? "The report is valid: this platform signed it, and its chain leads to a trusted"
                        + " root."
                : "The report is valid if the PEK belongs to the platform.";
    }

    private String platform() {
        if (chain.isEmpty()) {
            return "not checked, as only the PEK was given; give the platform's export with --sev";
        }
        return chain.get().provesPek()
                ? "PEK verified, root " + chain.get().root().orElseThrow().words()
                : "FAILED: the chain of the PEK is not valid; for details, run sevguest verify";
    }

    private String words(SevPolicy policy) {
        return "%s (%d)".formatted(policy.toHex(), policy.toDecimal());
    }

    private static String line(String name, String value, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return line(name, value);
        }
        String verdict =
                wanted.get().equals(value) ? "as expected" : "FAILED, expected " + wanted.get();
        return line(name, value + "  " + verdict);
    }

    private static String line(String name, String value) {
        return "  %-9s  %s".formatted(name, value);
    }
}
