package io.sevguest.measurement.vmsa;

/**
 * The pages of all CPUs of an SEV-ES guest, as they are measured: the first CPU's, then the same
 * page for each further one.
 *
 * @param boot of the first CPU
 * @param others of each further CPU; not used where there is one CPU
 * @param cpus 1 or more
 */
public record StartState(Vmsa boot, Vmsa others, int cpus) {
    public StartState {
        if (cpus < 1) {
            throw new IllegalArgumentException("a guest has a CPU");
        }
    }

    /** The state that QEMU and KVM give CPUs of one kind. */
    public static StartState of(
            CpuSignature cpu, long otherResetAddress, int cpus, boolean fpuState) {
        return new StartState(
                Vmsa.start(cpu, Vmsa.BOOT_RESET_ADDRESS, fpuState),
                Vmsa.start(cpu, otherResetAddress, fpuState),
                cpus);
    }

    /** The same for CPUs of another kind. */
    public StartState withCpu(CpuSignature cpu) {
        return new StartState(boot.withCpu(cpu), others.withCpu(cpu), cpus);
    }

    /** The same for another number of CPUs, 1 or more. */
    public StartState withCpus(int number) {
        return new StartState(boot, others, number);
    }

    /** The same with or without the reset state of x87 and SSE. */
    public StartState withFpuState(boolean present) {
        return new StartState(boot.withFpuState(present), others.withFpuState(present), cpus);
    }
}
