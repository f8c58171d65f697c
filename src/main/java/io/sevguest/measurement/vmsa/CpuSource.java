package io.sevguest.measurement.vmsa;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.firmware.Firmware;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.Optional;

/** The source of the start pages of a guest's CPUs. */
public sealed interface CpuSource {
    /**
     * The pages of so many CPUs.
     *
     * @param firmwareName for messages
     * @param firmware the whole image
     * @throws ProblemException if they are unknown for this number of CPUs
     */
    StartState state(int cpus, String firmwareName, Bytes firmware) throws ProblemException;

    /**
     * Made as QEMU and KVM make them.
     *
     * @param fpuState whether the host's kernel puts the reset state of x87 and SSE in
     */
    record Processor(CpuSignature signature, boolean fpuState) implements CpuSource {
        @Override
        public StartState state(int cpus, String firmwareName, Bytes firmware)
                throws ProblemException {
            if (cpus == 1 && !Firmware.hasTable(firmware)) {
                return StartState.of(signature, Vmsa.BOOT_RESET_ADDRESS, cpus, fpuState);
            }
            Firmware table = Firmware.parse(firmwareName, firmware);
            long reset =
                    cpus == 1
                            ? table.resetAddress().orElse(Vmsa.BOOT_RESET_ADDRESS)
                            : table.requireResetAddress(firmwareName);
            return StartState.of(signature, reset, cpus, fpuState);
        }
    }

    /**
     * Given as they are.
     *
     * @param others of the CPUs after the first
     */
    record Pages(Vmsa boot, Optional<Vmsa> others) implements CpuSource {
        @Override
        public StartState state(int cpus, String firmwareName, Bytes firmware)
                throws ProblemException {
            if (cpus > 1 && others.isEmpty()) {
                throw new ProblemException(
                        Problem.of(
                                        "With %d CPUs the VMSA page of the further ones is needed."
                                                .formatted(cpus))
                                .withFix("Give it too (--vmsa-cpu1)."));
            }
            return new StartState(boot, others.orElse(boot), cpus);
        }
    }
}
