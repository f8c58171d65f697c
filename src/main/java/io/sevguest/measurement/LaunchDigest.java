package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.vmsa.StartState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Computes launch digests of guests with one firmware: the SHA-256 of the firmware's file, of the
 * kernel hashes where they are on, and of a VMSA page for each CPU where the guest is SEV-ES. The
 * firmware is hashed once, so each further digest is quick.
 *
 * <p>Source: SEV API (AMD 55766), LAUNCH_UPDATE_DATA, LAUNCH_UPDATE_VMSA and LAUNCH_MEASURE; the
 * order is that of virt-qemu-sev-validate of libvirt 9.0.
 */
public final class LaunchDigest {
    /** Bytes of a digest. */
    public static final int SIZE = 32;

    private final MessageDigest afterFirmware;

    /** Hashes a firmware, the whole file. */
    public LaunchDigest(Bytes firmware) {
        afterFirmware = sha256();
        firmware.addTo(afterFirmware);
    }

    /**
     * The digest of a guest, 32 bytes.
     *
     * @param kernel where kernel hashes are on
     * @param cpus where the guest's policy asks for SEV-ES
     */
    public Bytes of(Optional<KernelHashes> kernel, Optional<StartState> cpus) {
        MessageDigest digest = continued();
        kernel.ifPresent(hashes -> hashes.toBytes().addTo(digest));
        cpus.ifPresent(state -> addPages(digest, state));
        return Bytes.of(digest.digest());
    }

    private static void addPages(MessageDigest digest, StartState state) {
        digest.update(state.boot().page().toArray());
        byte[] page = state.others().page().toArray();
        for (int cpu = 1; cpu < state.cpus(); cpu++) {
            digest.update(page);
        }
    }

    private MessageDigest continued() {
        try {
            return (MessageDigest) afterFirmware.clone();
        } catch (CloneNotSupportedException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
