package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.policy.SevPolicy;

/** All that enters a launch measurement but the TIK and the nonce. */
public record MeasurementInputs(MeasuredContent launched, FirmwareApi api, SevPolicy policy) {
    public MeasurementInputs {
        if (!launched.suffices(policy)) {
            throw new IllegalArgumentException("the CPUs of an SEV-ES guest are measured");
        }
    }

    /** The launch digest, 32 bytes. */
    public Bytes digest() {
        return launched.digest(policy);
    }

    /** The measurement that a platform gives for this guest. */
    public Measurement measurement(SecretBytes tik, Bytes nonce) {
        return Measurement.of(tik, api, policy, digest(), nonce);
    }

    /** Returns whether a measurement is that of this guest, compared in constant time. */
    public boolean match(Measurement measurement, SecretBytes tik) {
        return measurement.fits(tik, api, policy, digest());
    }
}
