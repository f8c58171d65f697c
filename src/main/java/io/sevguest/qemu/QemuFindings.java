package io.sevguest.qemu;

import io.sevguest.domain.FindingTable;

/** The findings about a guest for QEMU, and about the machine that is to run it. */
public final class QemuFindings {
    /** The findings of all packages about QEMU: {@code findings.properties} beside this class. */
    public static final FindingTable TABLE = FindingTable.beside(QemuFindings.class);

    private QemuFindings() {}
}
