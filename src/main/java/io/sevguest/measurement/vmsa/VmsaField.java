package io.sevguest.measurement.vmsa;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number in a VMSA page, little-endian.
 *
 * @param name as Linux and the peers call it, such as {@code rip} or {@code cs_base}
 * @param offset in the page
 * @param size 1, 2, 4 or 8 bytes
 */
public record VmsaField(String name, int offset, int size) {
    static final VmsaField EFER = new VmsaField("efer", 0x0d0, 8);
    static final VmsaField CR4 = new VmsaField("cr4", 0x148, 8);
    static final VmsaField CR0 = new VmsaField("cr0", 0x158, 8);
    static final VmsaField DR7 = new VmsaField("dr7", 0x160, 8);
    static final VmsaField DR6 = new VmsaField("dr6", 0x168, 8);
    static final VmsaField RFLAGS = new VmsaField("rflags", 0x170, 8);
    static final VmsaField RIP = new VmsaField("rip", 0x178, 8);
    static final VmsaField G_PAT = new VmsaField("g_pat", 0x268, 8);
    static final VmsaField RDX = new VmsaField("rdx", 0x310, 8);
    static final VmsaField SEV_FEATURES = new VmsaField("sev_features", 0x3b0, 8);
    static final VmsaField XCR0 = new VmsaField("xcr0", 0x3e8, 8);
    static final VmsaField MXCSR = new VmsaField("mxcsr", 0x408, 4);
    static final VmsaField X87_FCW = new VmsaField("x87_fcw", 0x410, 2);

    private static final String[] SEGMENTS = {
        "es", "cs", "ss", "ds", "fs", "gs", "gdtr", "ldtr", "idtr", "tr"
    };

    /** Bytes of a segment register. */
    private static final int SEGMENT = 16;

    private static final List<VmsaField> ALL =
            Stream.concat(Arrays.stream(SEGMENTS).flatMap(VmsaField::segment), registers())
                    .toList();

    /** All fields that have a name, by offset. */
    public static List<VmsaField> all() {
        return ALL;
    }

    /** The field of a name. */
    public static Optional<VmsaField> of(String name) {
        return ALL.stream().filter(field -> field.name.equals(name)).findFirst();
    }

    /**
     * A part of a segment register: {@code selector}, {@code attrib}, {@code limit}, {@code base}.
     */
    static VmsaField of(String segment, String part) {
        return of(segment + "_" + part).orElseThrow();
    }

    /** The segment register that it is a part of, such as {@code cs}. */
    public Optional<String> segment() {
        return offset < SEGMENT * SEGMENTS.length
                ? Optional.of(SEGMENTS[offset / SEGMENT])
                : Optional.empty();
    }

    private static Stream<VmsaField> segment(String name) {
        int offset = SEGMENT * Arrays.asList(SEGMENTS).indexOf(name);
        return Stream.of(
                new VmsaField(name + "_selector", offset, 2),
                new VmsaField(name + "_attrib", offset + 2, 2),
                new VmsaField(name + "_limit", offset + 4, 4),
                new VmsaField(name + "_base", offset + 8, 8));
    }

    private static Stream<VmsaField> registers() {
        return Stream.of(
                        Stream.of(new VmsaField("cpl", 0x0cb, 1), EFER),
                        run(0x140, "xss"),
                        Stream.of(CR4),
                        run(0x150, "cr3"),
                        Stream.of(CR0, DR7, DR6, RFLAGS, RIP),
                        run(0x1d8, "rsp"),
                        run(0x1f8, "rax", "star", "lstar", "cstar", "sfmask", "kernel_gs_base"),
                        run(0x228, "sysenter_cs", "sysenter_esp", "sysenter_eip", "cr2"),
                        Stream.of(G_PAT),
                        run(0x270, "dbgctl", "br_from", "br_to"),
                        run(0x288, "last_excp_from", "last_excp_to"),
                        Stream.of(
                                new VmsaField("spec_ctrl", 0x2e0, 4),
                                new VmsaField("pkru", 0x2e8, 4)),
                        run(0x308, "rcx"),
                        Stream.of(RDX),
                        run(0x318, "rbx"),
                        run(0x328, "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11"),
                        run(0x360, "r12", "r13", "r14", "r15"),
                        run(0x390, "sw_exit_code", "sw_exit_info_1", "sw_exit_info_2"),
                        run(0x3a8, "sw_scratch"),
                        Stream.of(SEV_FEATURES, XCR0),
                        run(0x400, "x87_state_gpa"),
                        Stream.of(MXCSR, X87_FCW))
                .flatMap(fields -> fields);
    }

    /** Numbers of 8 bytes that follow one another. */
    private static Stream<VmsaField> run(int offset, String... names) {
        return Stream.iterate(0, i -> i < names.length, i -> i + 1)
                .map(i -> new VmsaField(names[i], offset + 8 * i, 8));
    }
}
