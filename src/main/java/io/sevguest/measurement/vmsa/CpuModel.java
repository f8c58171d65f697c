package io.sevguest.measurement.vmsa;

import java.util.Arrays;
import java.util.Optional;

/**
 * Processors that a guest may be started as, by QEMU's names for them, and two real ones that
 * {@code host-passthrough} gives. Source: QEMU's models; sev-snp-measure's CPU types.
 */
public enum CpuModel {
    NAPLES("EPYC", "EPYC 7001 (Naples)", 23, 1, 2),
    ROME("EPYC-Rome", "EPYC 7002 (Rome)", 23, 49, 0),
    MILAN("EPYC-Milan", "EPYC 7003 (Milan)", 25, 1, 1),
    GENOA("EPYC-Genoa", "EPYC 9004 (Genoa)", 25, 17, 0),
    BERGAMO("", "EPYC 97x4 (Bergamo)", 25, 160, 2),
    TURIN("EPYC-Turin", "EPYC 9005 (Turin)", 26, 0, 0),
    TURIN_C1("", "EPYC 9005 (Turin, stepping C1)", 26, 2, 1),
    TURIN_DENSE("", "EPYC 9005 (Turin Dense)", 26, 17, 0);

    private final String qemuName;
    private final String words;
    private final CpuSignature signature;

    CpuModel(String qemuName, String words, int family, int model, int stepping) {
        this.qemuName = qemuName;
        this.words = words;
        this.signature = new CpuSignature(family, model, stepping);
    }

    /**
     * The model that QEMU's name or one of its versions and variants means, such as {@code
     * EPYC-Milan-v2} or {@code EPYC-IBPB}.
     */
    public static Optional<CpuModel> ofQemuName(String name) {
        String plain = name.replaceFirst("-v\\d+$", "").replaceFirst("^EPYC-IBPB$", "EPYC");
        return Arrays.stream(values())
                .filter(model -> !plain.isEmpty() && model.qemuName.equals(plain))
                .findFirst();
    }

    public String words() {
        return words;
    }

    public CpuSignature signature() {
        return signature;
    }
}
