package io.sevguest.cli.output;

/** The meaning of each exit status, the same for all commands. */
public final class ExitStatus {
    /** All is well. */
    public static final int FINE = 0;

    /** The answer is no: a finding of severity error, a mismatch. */
    public static final int NO = 1;

    /** Wrong input or usage; nothing was written. */
    public static final int WRONG_INPUT = 2;

    /** The machine lacks something: display, QEMU, KVM, SEV, access to a file. */
    public static final int MACHINE = 3;

    /** A fault of this program, as {@code EX_SOFTWARE} of sysexits.h. */
    public static final int FAULT = 70;

    private ExitStatus() {}
}
