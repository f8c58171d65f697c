package io.sevguest.ui.measurement;

import io.sevguest.domain.security.MeasuredParts;
import io.sevguest.policy.SevPolicy;
import io.sevguest.ui.form.Texts;
import java.util.ArrayList;
import java.util.List;

/** The description of the measured parts of a domain. */
final class MeasuredText {
    private MeasuredText() {}

    /** Returns a line for each part. */
    static String of(MeasuredParts parts, Texts texts) {
        List<String> lines = new ArrayList<>();
        if (parts.policy().isEmpty()) {
            return texts.get("measurement.parts.none");
        }
        SevPolicy policy = parts.policy().get();
        lines.add(texts.get("measurement.parts.policy", policy.toHex(), policy.toDecimal()));
        lines.add(
                parts.firmware().isEmpty()
                        ? texts.get("measurement.parts.noFirmware")
                        : texts.get("measurement.parts.firmware", parts.firmware()));
        lines.add(kernel(parts, texts));
        if (policy.has(SevPolicy.Flag.ES)) {
            lines.add(
                    texts.get(
                            "measurement.parts.cpus",
                            parts.cpus().orElse(1),
                            parts.cpuModel().isEmpty()
                                    ? texts.get("measurement.parts.hostCpu")
                                    : parts.cpuModel()));
        }
        return String.join("\n", lines);
    }

    private static String kernel(MeasuredParts parts, Texts texts) {
        if (!parts.kernelHashes()) {
            return texts.get("measurement.parts.noHashes");
        }
        String initrd =
                parts.initrd().isEmpty() ? texts.get("measurement.parts.noInitrd") : parts.initrd();
        return texts.get("measurement.parts.hashes", parts.kernel(), initrd, parts.cmdline());
    }
}
