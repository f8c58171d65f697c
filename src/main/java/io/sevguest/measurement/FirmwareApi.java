package io.sevguest.measurement;

/**
 * Version of the platform's SEV firmware, as libvirt's domlaunchsecinfo and QEMU's query-sev report
 * it.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param build 0 to 255
 */
public record FirmwareApi(int major, int minor, int build) {
    public FirmwareApi {
        if ((major | minor | build) >>> 8 != 0) {
            throw new IllegalArgumentException("each number of a version is from 0 to 255");
        }
    }

    /**
     * Returns whether measurements and secrets are made as before API 0.17, with fewer values in
     * their HMAC.
     */
    public boolean isBefore017() {
        return major == 0 && minor < 17;
    }

    /** Such as {@code 1.51 build 3}. */
    @Override
    public String toString() {
        return major + "." + minor + " build " + build;
    }
}
