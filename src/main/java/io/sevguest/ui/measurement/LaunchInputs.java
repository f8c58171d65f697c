package io.sevguest.ui.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.diagnosis.ExpectedGuest;
import io.sevguest.diagnosis.GuestCheck;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.MeasuredParts;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.ui.form.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inputs about a launch, as typed.
 *
 * @param firmware empty for the one in the XML
 * @param processor empty for the one in the XML
 * @param api such as {@code 1.51}
 * @param measurement hex or base64 of 48 bytes
 * @param tik path of a file
 * @param tek path of a file; empty if it is unknown
 */
record LaunchInputs(
        String firmware,
        Optional<CpuModel> processor,
        boolean fpuState,
        String api,
        String build,
        String measurement,
        String tik,
        String tek) {
    static final LaunchInputs NONE =
            new LaunchInputs("", Optional.empty(), false, "", "", "", "", "");

    private static final Pattern API = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final int BYTE = 255;

    LaunchInputs withTek(String file) {
        return new LaunchInputs(firmware, processor, fpuState, api, build, measurement, tik, file);
    }

    /**
     * Returns whether an expected digest is also valid for other inputs: values from the platform
     * do not affect it.
     */
    boolean isSameGuest(LaunchInputs other) {
        return firmware.equals(other.firmware)
                && processor.equals(other.processor)
                && fpuState == other.fpuState;
    }

    /**
     * Returns whether a verdict on these inputs is also valid for others: the TEK does not affect
     * it.
     */
    boolean isSameLaunch(LaunchInputs other) {
        return withTek("").equals(other.withTek(""));
    }

    /**
     * Returns the check of these inputs.
     *
     * @throws ProblemException if an input is missing or invalid
     */
    GuestCheck check(DomainXml domain, Texts texts) throws ProblemException {
        return new GuestCheck(guest(domain, texts), firmwareApi(texts), measured(texts));
    }

    /**
     * Returns the guest that is expected to start.
     *
     * @throws ProblemException if an input is invalid
     */
    ExpectedGuest guest(DomainXml domain, Texts texts) throws ProblemException {
        return new ExpectedGuest(
                MeasuredParts.of(domain),
                path(firmware, "measurement.firmware", texts),
                processor.map(CpuModel::signature),
                fpuState);
    }

    /** Returns the version of the platform's firmware. */
    FirmwareApi firmwareApi(Texts texts) throws ProblemException {
        Matcher version = API.matcher(api.strip());
        if (!version.matches() || !NUMBER.matcher(build.strip()).matches()) {
            throw wrong("measurement.api", texts);
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        int number = Integer.parseInt(build.strip());
        if (major > BYTE || minor > BYTE || number > BYTE) {
            throw wrong("measurement.api", texts);
        }
        return new FirmwareApi(major, minor, number);
    }

    /**
     * Returns the measurement as typed, in hex or base64.
     *
     * @throws ProblemException if it is neither, or not 48 bytes
     */
    Measurement measured(Texts texts) throws ProblemException {
        Optional<Bytes> hex = TextEncoding.hex(measurement);
        Bytes bytes =
                hex.filter(found -> found.size() == Measurement.SIZE)
                        .or(() -> TextEncoding.base64(measurement))
                        .or(() -> hex)
                        .orElseThrow(() -> wrong("measurement.value", texts));
        return Measurement.parse("measurement", bytes);
    }

    /** Returns the file of the TIK, which is required. */
    Path tikFile(Texts texts) throws ProblemException {
        return path(tik, "measurement.tik", texts)
                .orElseThrow(() -> wrong("measurement.tik", texts));
    }

    /** Returns the file of the TEK, if it is given. */
    Optional<Path> tekFile(Texts texts) throws ProblemException {
        return path(tek, "secret.tek", texts);
    }

    private static Optional<Path> path(String text, String id, Texts texts)
            throws ProblemException {
        try {
            return Optional.of(text.strip()).filter(typed -> !typed.isEmpty()).map(Path::of);
        } catch (InvalidPathException noName) {
            throw new ProblemException(wrong(id, texts).problem(), noName);
        }
    }

    private static ProblemException wrong(String id, Texts texts) {
        return new ProblemException(
                new Problem(texts.get(id + ".wrong"), "", texts.get(id + ".fix")));
    }
}
