package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;

/**
 * A kernel that QEMU boots directly, as far as it is measured.
 *
 * @param kernel SHA-256 of the file, 32 bytes
 * @param initrd SHA-256 of the file, {@link KernelHashes#NO_INITRD} where there is none
 * @param cmdline without the NUL byte, empty where there is none
 */
public record KernelBoot(Bytes kernel, Bytes initrd, String cmdline) {
    public boolean hasInitrd() {
        return !initrd.equals(KernelHashes.NO_INITRD);
    }

    public KernelBoot withoutInitrd() {
        return withInitrd(KernelHashes.NO_INITRD);
    }

    /**
     * The same with another initrd.
     *
     * @param hash its SHA-256, 32 bytes
     */
    public KernelBoot withInitrd(Bytes hash) {
        return new KernelBoot(kernel, hash, cmdline);
    }

    public KernelBoot withCmdline(String other) {
        return new KernelBoot(kernel, initrd, other);
    }

    KernelHashes hashes() {
        return new KernelHashes(KernelHashes.ofCmdline(cmdline), initrd, kernel);
    }
}
