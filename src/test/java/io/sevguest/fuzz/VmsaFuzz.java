package io.sevguest.fuzz;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.measurement.vmsa.VmsaField;
import io.sevguest.problem.ProblemException;
import java.util.Arrays;

/**
 * Any bytes as a VMSA page: rejected with a problem, or every field is read and written back the
 * same, and set fields are shown. Less than a page is also tested padded with zeros.
 */
final class VmsaFuzz {
    private VmsaFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Vmsa.parse("fuzz", Bytes.of(input));
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
        check(new Vmsa(Bytes.of(Arrays.copyOf(input, Vmsa.SIZE))));
    }

    private static void check(Vmsa page) {
        for (VmsaField field : VmsaField.all()) {
            if (!page.with(field, page.get(field)).equals(page)) {
                throw new AssertionError(field + " comes back as another value");
            }
        }
        if (!page.withCpu(page.cpu()).cpu().equals(page.cpu())) {
            throw new AssertionError("another processor than " + page.cpu());
        }
        long address = page.get(VmsaField.all().get(0)) << 16 | 0xfff0;
        if (page.withResetAddress(address).resetAddress() != address) {
            throw new AssertionError("starts elsewhere than at " + address);
        }
        if (!page.withFpuState(true).hasFpuState() || page.withFpuState(false).hasFpuState()) {
            throw new AssertionError("FPU state is not as set");
        }
    }
}
