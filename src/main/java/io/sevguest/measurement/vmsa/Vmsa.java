package io.sevguest.measurement.vmsa;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.Map;

/**
 * The state in which a CPU of an SEV-ES guest starts (VM save area), one page of 4096 bytes. A page
 * that QEMU and KVM make has, beside zeros: segments of 16 bytes from offset 0 (selector 2,
 * attribute 2, limit 4, base 8), control and debug registers, RIP, PAT, the CPU's signature in RDX
 * and XCR0. Source: AMD64 Architecture Programmer's Manual, volume 2 (AMD 24593), appendix B, VMCB
 * state save area for SEV-ES; virt-qemu-sev-validate of libvirt 9.0.
 *
 * @param page 4096 bytes; those without a name are kept
 */
public record Vmsa(Bytes page) {
    /** Bytes of a page. */
    public static final int SIZE = 4096;

    /** The address at which the first CPU starts. */
    public static final long BOOT_RESET_ADDRESS = 0xfffffff0L;

    private static final int RIP_BITS = 0xffff;

    private static final Map<String, Integer> SEGMENT_ATTRIBUTES =
            Map.of(
                    "es", 0x93, "cs", 0x9b, "ss", 0x93, "ds", 0x93, "fs", 0x93, "gs", 0x93, "gdtr",
                    0, "ldtr", 0x82, "idtr", 0, "tr", 0x8b);

    public Vmsa {
        if (page.size() != SIZE) {
            throw new IllegalArgumentException("a VMSA page has 4096 bytes");
        }
    }

    /**
     * Takes a page without judging its values.
     *
     * @throws ProblemException if there are not 4096 bytes
     */
    public static Vmsa parse(String source, Bytes data) throws ProblemException {
        if (data.size() != SIZE) {
            throw new ProblemException(
                    new Problem(
                            "A VMSA page has 4096 bytes, but this has %d.".formatted(data.size()),
                            source,
                            "Make it by: sevguest vmsa build"));
        }
        return new Vmsa(data);
    }

    /**
     * The page with which QEMU and KVM start a CPU.
     *
     * @param resetAddress {@link #BOOT_RESET_ADDRESS} for the first CPU, for the others the one
     *     from the firmware
     * @param fpuState whether the host's kernel puts the reset state of x87 and SSE in, as it does
     *     for guests made with KVM_SEV_INIT2
     */
    public static Vmsa start(CpuSignature cpu, long resetAddress, boolean fpuState) {
        var page = new PageWriter();
        SEGMENT_ATTRIBUTES.forEach(
                (segment, attribute) ->
                        page.put(VmsaField.of(segment, "limit"), 0xffff)
                                .put(VmsaField.of(segment, "attrib"), attribute));
        page.put(VmsaField.of("cs", "selector"), 0xf000)
                .put(VmsaField.of("cs", "base"), resetAddress & ~(long) RIP_BITS)
                .put(VmsaField.EFER, 0x1000)
                .put(VmsaField.CR4, 0x40)
                .put(VmsaField.CR0, 0x10)
                .put(VmsaField.DR7, 0x400)
                .put(VmsaField.DR6, 0xffff0ff0L)
                .put(VmsaField.RFLAGS, 2)
                .put(VmsaField.RIP, resetAddress & RIP_BITS)
                .put(VmsaField.G_PAT, 0x0007040600070406L)
                .put(VmsaField.RDX, cpu.toNumber())
                .put(VmsaField.XCR0, 1);
        return page.toVmsa().withFpuState(fpuState);
    }

    /** The value of a field; eight bytes are an unsigned number. */
    public long get(VmsaField field) {
        long value = 0;
        for (int i = field.size() - 1; i >= 0; i--) {
            value = value << 8 | page.at(field.offset() + i);
        }
        return value;
    }

    /** The page with another value in a field, of which the bits beyond its size are left out. */
    public Vmsa with(VmsaField field, long value) {
        return new PageWriter(page).put(field, value).toVmsa();
    }

    /** The CPU that starts in this state. */
    public CpuSignature cpu() {
        return CpuSignature.of(get(VmsaField.RDX) & 0xffffffffL);
    }

    /** The same start state for another CPU. */
    public Vmsa withCpu(CpuSignature cpu) {
        return with(VmsaField.RDX, cpu.toNumber());
    }

    /** Returns whether it holds a reset state of x87 and SSE. */
    public boolean hasFpuState() {
        return get(VmsaField.MXCSR) != 0 || get(VmsaField.X87_FCW) != 0;
    }

    /** The same start state with or without the reset state of x87 and SSE. */
    public Vmsa withFpuState(boolean present) {
        return with(VmsaField.MXCSR, present ? 0x1f80 : 0)
                .with(VmsaField.X87_FCW, present ? 0x37f : 0);
    }

    /** Returns the address at which the CPU starts: code segment and instruction pointer in one. */
    public long resetAddress() {
        return get(VmsaField.of("cs", "base")) + get(VmsaField.RIP);
    }

    public Vmsa withResetAddress(long address) {
        return with(VmsaField.of("cs", "base"), address & ~(long) RIP_BITS)
                .with(VmsaField.RIP, address & RIP_BITS);
    }

    /** Fills a page. */
    private static final class PageWriter {
        private final byte[] values;

        PageWriter() {
            values = new byte[SIZE];
        }

        PageWriter(Bytes page) {
            values = page.toArray();
        }

        PageWriter put(VmsaField field, long value) {
            for (int i = 0; i < field.size(); i++) {
                values[field.offset() + i] = (byte) (value >>> (8 * i));
            }
            return this;
        }

        Vmsa toVmsa() {
            return new Vmsa(Bytes.of(values));
        }
    }
}
