package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.policy.SevPolicy;
import java.util.Optional;

/**
 * The parts of a guest that are measured at its launch.
 *
 * @param kernel where kernel hashes are on
 * @param cpus how they start; measured only where the policy asks for SEV-ES
 */
public record MeasuredGuest(
        LaunchDigest firmware, Optional<KernelBoot> kernel, Optional<StartState> cpus)
        implements MeasuredContent {
    @Override
    public boolean suffices(SevPolicy policy) {
        return cpus.isPresent() || !policy.has(SevPolicy.Flag.ES);
    }

    @Override
    public Bytes digest(SevPolicy policy) {
        if (!suffices(policy)) {
            throw new IllegalStateException("the CPUs of an SEV-ES guest are measured");
        }
        return firmware.of(
                kernel.map(KernelBoot::hashes),
                policy.has(SevPolicy.Flag.ES) ? cpus : Optional.empty());
    }

    public MeasuredGuest withFirmware(LaunchDigest other) {
        return new MeasuredGuest(other, kernel, cpus);
    }

    public MeasuredGuest withKernel(Optional<KernelBoot> other) {
        return new MeasuredGuest(firmware, other, cpus);
    }

    public MeasuredGuest withCpus(StartState other) {
        return new MeasuredGuest(firmware, kernel, Optional.of(other));
    }
}
