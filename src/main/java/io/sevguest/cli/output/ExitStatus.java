package io.sevguest.cli.output;

/** The exit statuses of all commands. */
public final class ExitStatus {
    /** Success. */
    public static final int FINE = 0;

    /** The answer is no: a finding with severity error, or a value that does not match. */
    public static final int NO = 1;

    /** Invalid input or usage. Nothing was written. */
    public static final int WRONG_INPUT = 2;

    /** Something is missing on the machine: a display, QEMU, KVM, SEV, or access to a file. */
    public static final int MACHINE = 3;

    /** Internal error in this program, like {@code EX_SOFTWARE} of sysexits.h. */
    public static final int FAULT = 70;

    private ExitStatus() {}
}
