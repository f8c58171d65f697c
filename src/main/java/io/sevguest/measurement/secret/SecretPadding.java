package io.sevguest.measurement.secret;

/**
 * The number of zeros after a table of secrets, so that its size becomes a multiple of 16. Guests
 * read the table's length, so both ways work.
 */
public enum SecretPadding {
    /** As sevctl: 0 to 15. */
    SEVCTL,
    /** As libvirt's virt-qemu-sev-validate: 1 to 16. */
    LIBVIRT;

    private static final int BLOCK = 16;

    /**
     * The size with the zeros.
     *
     * @param size of the table alone
     */
    int padded(int size) {
        int least = this == LIBVIRT ? size + 1 : size;
        return (least + BLOCK - 1) / BLOCK * BLOCK;
    }
}
