package io.sevguest.measurement.vmsa;

/**
 * A processor's family, model and stepping in one number, as in CPUID.
 *
 * @param family display family, 0 to 270
 * @param model display model, 0 to 255
 * @param stepping 0 to 15
 */
public record CpuSignature(int family, int model, int stepping) {
    private static final int BASE_FAMILY = 0xf;

    /** The largest display family that the number can hold. */
    public static final int MAX_FAMILY = BASE_FAMILY + 0xff;

    public CpuSignature {
        if (family < 0 || family > MAX_FAMILY) {
            throw new IllegalArgumentException("family " + family + " is not from 0 to 270");
        }
        if (model < 0 || model > 0xff) {
            throw new IllegalArgumentException("model " + model + " is not from 0 to 255");
        }
        if (stepping < 0 || stepping > 0xf) {
            throw new IllegalArgumentException("stepping " + stepping + " is not from 0 to 15");
        }
    }

    /** Returns the value of EDX when a CPU starts: 32 bits. */
    public long toNumber() {
        int base = Math.min(family, BASE_FAMILY);
        long extended = (long) family - base;
        return extended << 20 | (model >> 4) << 16 | base << 8 | (model & 0xf) << 4 | stepping;
    }

    /** The signature of a number; bits that belong to none of the three are left out. */
    public static CpuSignature of(long number) {
        int base = (int) (number >>> 8) & 0xf;
        int family = base == BASE_FAMILY ? base + (int) (number >>> 20 & 0xff) : base;
        int model = ((int) (number >>> 4) & 0xf) | (int) (number >>> 16 & 0xf) << 4;
        return new CpuSignature(family, model, (int) number & 0xf);
    }

    /** Such as {@code family 25 model 1 stepping 1}. */
    public String words() {
        return "family %d model %d stepping %d".formatted(family, model, stepping);
    }
}
