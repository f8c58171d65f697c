package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.Measurement;
import io.sevguest.policy.SevPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Likely mistakes in policy, version of the firmware, and key. */
final class ContextVariants {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 8;
    private static final int BYTE = 0x100;

    /** SEV has had the major versions 0 and 1. */
    private static final int MAJORS = 2;

    private final MeasurementContext given;
    private final List<Variant<MeasurementContext>> found = new ArrayList<>();

    private ContextVariants(MeasurementContext given) {
        this.given = given;
    }

    static List<Variant<MeasurementContext>> of(
            MeasurementContext given, Optional<SecretBytes> tek) {
        var variants = new ContextVariants(given);
        tek.ifPresent(variants::swappedKeys);
        variants.misreadPolicy();
        variants.policyBits();
        variants.oldFormula();
        variants.otherVersions();
        return variants.found;
    }

    private void swappedKeys(SecretBytes tek) {
        add(
                "TIK and TEK are swapped: the measurement was made with the key given as the TEK.",
                "Give the two files the other way round.",
                given.with(tek));
    }

    private void misreadPolicy() {
        // Eight digits of either base are at most 32 bits; more digits are not a policy.
        String hex = Integer.toHexString(given.policy().bits());
        String decimal = Long.toString(given.policy().toDecimal());
        if (hex.chars().allMatch(Character::isDigit)) {
            policy(new SevPolicy(Integer.parseInt(hex)));
        }
        if (decimal.length() <= HEX_DIGITS) {
            policy(new SevPolicy(Integer.parseUnsignedInt(decimal, HEX)));
        }
    }

    private void policy(SevPolicy meant) {
        if (!meant.equals(given.policy())) {
            add(
                    "The guest's policy is %s, not %s: hexadecimal and decimal were mixed up."
                            .formatted(words(meant), words(given.policy())),
                    "Give --policy " + meant.toHex() + ".",
                    given.with(meant));
        }
    }

    private void policyBits() {
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            var meant = new SevPolicy(given.policy().bits() ^ 1 << bit);
            boolean on = (meant.bits() >>> bit & 1) == 1;
            add(
                    "The guest's policy is %s, not %s: %s is %s."
                            .formatted(
                                    words(meant),
                                    words(given.policy()),
                                    bitName(bit),
                                    on ? "on" : "off"),
                    "Ask why the guest was started with another policy than yours; a session is"
                            + " made for one policy.",
                    given.with(meant));
        }
    }

    private static String bitName(int bit) {
        return Arrays.stream(SevPolicy.Flag.values())
                .filter(flag -> new SevPolicy(1 << bit).has(flag))
                .map(flag -> "bit " + bit + " (" + flag + ")")
                .findFirst()
                .orElse("bit " + bit);
    }

    private static String words(SevPolicy policy) {
        return policy.toHex() + " = " + policy.toDecimal();
    }

    private void oldFormula() {
        if (!given.api().isBefore017()) {
            add(
                    "The platform's firmware is older than API 0.17, whose measurements leave the"
                            + " version out.",
                    "Specify the version that the host reports, such as --api-major 0"
                            + " --api-minor 16.",
                    given.with(new FirmwareApi(0, 16, given.api().build())));
        }
    }

    private void otherVersions() {
        FirmwareApi api = given.api();
        for (int other = 0; other < BYTE; other++) {
            version(new FirmwareApi(other, api.minor(), api.build()));
            version(new FirmwareApi(api.major(), other, api.build()));
            version(new FirmwareApi(api.major(), api.minor(), other));
        }
        version(new FirmwareApi(api.minor(), api.major(), api.build()));
    }

    private void version(FirmwareApi meant) {
        if (!meant.equals(given.api()) && !meant.isBefore017()) {
            found.add(new Variant<>(otherVersion(meant, given.api()), given.with(meant)));
        }
    }

    private static Cause otherVersion(FirmwareApi meant, FirmwareApi given) {
        return new Cause(
                "The platform's firmware is API %s, not %s.".formatted(meant, given),
                "Give --api-major %d --api-minor %d --build-id %d, as virsh domlaunchsecinfo"
                                .formatted(meant.major(), meant.minor(), meant.build())
                        + " tells them; they are decimal.");
    }

    /** The version of all that there are by which a measurement is the one of a digest. */
    static Optional<Cause> anyVersion(
            MeasurementContext given, Measurement measurement, Bytes digest) {
        return IntStream.range(0, MAJORS * BYTE * BYTE)
                .mapToObj(
                        number ->
                                new FirmwareApi(
                                        number / BYTE / BYTE, number / BYTE % BYTE, number % BYTE))
                .filter(api -> !api.isBefore017())
                .filter(api -> given.with(api).fits(measurement, digest))
                .findFirst()
                .map(api -> otherVersion(api, given.api()));
    }

    private void add(String what, String fix, MeasurementContext meant) {
        found.add(new Variant<>(new Cause(what, fix), meant));
    }
}
