package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.Measurement;
import io.sevguest.policy.SevPolicy;

/** The values that enter a measurement beside the launch digest. */
record MeasurementContext(FirmwareApi api, SevPolicy policy, SecretBytes tik) {
    MeasurementContext with(FirmwareApi other) {
        return new MeasurementContext(other, policy, tik);
    }

    MeasurementContext with(SevPolicy other) {
        return new MeasurementContext(api, other, tik);
    }

    MeasurementContext with(SecretBytes other) {
        return new MeasurementContext(api, policy, other);
    }

    boolean fits(Measurement measurement, Bytes digest) {
        return measurement.fits(tik, api, policy, digest);
    }
}
