package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.Measurement;
import io.sevguest.policy.SevPolicy;

/** What enters a measurement beside the launch digest. */
record Frame(FirmwareApi api, SevPolicy policy, SecretBytes tik) {
    Frame with(FirmwareApi other) {
        return new Frame(other, policy, tik);
    }

    Frame with(SevPolicy other) {
        return new Frame(api, other, tik);
    }

    Frame with(SecretBytes other) {
        return new Frame(api, policy, other);
    }

    boolean fits(Measurement measurement, Bytes digest) {
        return measurement.fits(tik, api, policy, digest);
    }
}
