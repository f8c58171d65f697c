package io.sevguest.qemu;

import java.util.Optional;

/**
 * A generation of AMD EPYC by the values that QEMU demands and the XML may leave out.
 *
 * <p>Source: AMD64 Architecture Programmer's Manual, CPUID Fn8000_001F[EBX]; values as measured on
 * these processors.
 */
public enum EpycGeneration {
    NAPLES("EPYC 7001 (Naples)", 47, 1),
    ROME("EPYC 7002 (Rome)", 47, 1),
    MILAN("EPYC 7003 (Milan)", 51, 1),
    GENOA("EPYC 9004 (Genoa)", 51, 1),
    TURIN("EPYC 9005 (Turin)", 51, 1);

    private static final int ZEN_1_AND_2 = 0x17;
    private static final int ZEN_3_AND_4 = 0x19;
    private static final int ZEN_5 = 0x1a;

    /** Models of a family from here on are of its second generation of servers. */
    private static final int ROME_MODELS = 0x30;

    private static final int GENOA_MODELS = 0x10;

    private final String label;
    private final int cbitpos;
    private final int reducedPhysBits;

    EpycGeneration(String label, int cbitpos, int reducedPhysBits) {
        this.label = label;
        this.cbitpos = cbitpos;
        this.reducedPhysBits = reducedPhysBits;
    }

    /**
     * The generation of a processor by its CPUID family and model; empty for one that this program
     * does not know.
     */
    public static Optional<EpycGeneration> ofProcessor(int family, int model) {
        return switch (family) {
            case ZEN_1_AND_2 -> Optional.of(model < ROME_MODELS ? NAPLES : ROME);
            case ZEN_3_AND_4 -> Optional.of(model < GENOA_MODELS ? MILAN : GENOA);
            case ZEN_5 -> Optional.of(TURIN);
            default -> Optional.empty();
        };
    }

    public String label() {
        return label;
    }

    /** Position of the C-bit in a page table entry. */
    public int cbitpos() {
        return cbitpos;
    }

    /** Physical address bits lost under encryption. */
    public int reducedPhysBits() {
        return reducedPhysBits;
    }
}
