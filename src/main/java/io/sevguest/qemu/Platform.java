package io.sevguest.qemu;

/**
 * A generation of AMD EPYC by the values that QEMU demands and the XML may leave out.
 *
 * <p>Source: AMD64 Architecture Programmer's Manual, CPUID Fn8000_001F[EBX]; values as measured on
 * these processors.
 */
public enum Platform {
    NAPLES_OR_ROME("EPYC 7001 or 7002 (Naples, Rome)", 47, 1),
    MILAN_OR_LATER("EPYC 7003 or later (Milan, Genoa, Turin)", 51, 1);

    private final String label;
    private final int cbitpos;
    private final int reducedPhysBits;

    Platform(String label, int cbitpos, int reducedPhysBits) {
        this.label = label;
        this.cbitpos = cbitpos;
        this.reducedPhysBits = reducedPhysBits;
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
