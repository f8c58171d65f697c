package io.sevguest.cli.owner.measurement;

import io.sevguest.diagnosis.Cause;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.policy.SevPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The verdict on a measurement, as text and JSON.
 *
 * @param causes the known mistakes that explain a mismatch
 */
record MeasurementVerdict(boolean matches, MeasurementInputs inputs, List<Cause> causes) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                matches
                        ? "OK: the measurement matches this guest."
                        : "NO: the measurement does not match this guest. Do not give the guest a"
                                + " secret.");
        lines.addAll(echo(inputs));
        if (!matches) {
            lines.addAll(causeLines());
        }
        return String.join("\n", lines);
    }

    private List<String> causeLines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (causes.isEmpty()) {
            lines.add(
                    "No known mistake explains the difference. The firmware, kernel, key or guest"
                            + " may be different, or");
            lines.add(
                    "this may be an attack. Check each input, and that the session belongs to this"
                            + " launch.");
            return lines;
        }
        lines.add(causes.size() == 1 ? "Possible cause:" : "Possible causes:");
        lines.addAll(lines(causes));
        return lines;
    }

    /** Returns two lines for each cause. */
    static List<String> lines(List<Cause> causes) {
        return causes.stream()
                .flatMap(cause -> Stream.of("  - " + cause.what(), "    " + cause.fix()))
                .toList();
    }

    static List<Map<String, String>> jsonOf(List<Cause> causes) {
        return causes.stream()
                .map(cause -> Map.of("what", cause.what(), "fix", cause.fix()))
                .toList();
    }

    /** Returns lines that repeat the inputs, with numbers in decimal and hexadecimal. */
    static List<String> echo(MeasurementInputs inputs) {
        FirmwareApi api = inputs.api();
        SevPolicy policy = inputs.policy();
        return List.of(
                "  API            %s.%s (0x%02x.0x%02x)%s"
                        .formatted(
                                api.major(),
                                api.minor(),
                                api.major(),
                                api.minor(),
                                api.isBefore017() ? ", older than 0.17" : ""),
                "  build          %s (0x%02x)".formatted(api.build(), api.build()),
                "  policy         %s = %s".formatted(policy.toHex(), policy.toDecimal()),
                "  launch digest  " + inputs.digest().toHex());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("matches", matches);
        json.putAll(jsonOf(inputs));
        json.put("causes", jsonOf(causes));
        return json;
    }

    /** Returns the JSON members that repeat the inputs. */
    static Map<String, Object> jsonOf(MeasurementInputs inputs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("apiMajor", inputs.api().major());
        json.put("apiMinor", inputs.api().minor());
        json.put("buildId", inputs.api().build());
        json.put("policy", inputs.policy().toHex());
        json.put("policyDecimal", inputs.policy().toDecimal());
        json.put("launchDigest", inputs.digest().toHex());
        return json;
    }
}
