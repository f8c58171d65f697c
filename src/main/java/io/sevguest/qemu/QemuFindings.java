package io.sevguest.qemu;

import io.sevguest.domain.FindingTable;

/** What is wrong with a guest for QEMU, and with the machine that is to run it. */
public final class QemuFindings {
    /** The findings of all packages about QEMU: {@code findings.properties} beside this class. */
    public static final FindingTable TABLE = FindingTable.beside(QemuFindings.class);

    private QemuFindings() {}
}
