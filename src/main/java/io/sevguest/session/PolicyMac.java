package io.sevguest.session;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.policy.SevPolicy;

/**
 * Binds a session to its policy: HMAC-SHA-256 under the TIK of the policy's 32 bits, little-endian.
 * Source: SEV API (AMD 55766), LAUNCH_START, session data buffer.
 */
public final class PolicyMac {
    private PolicyMac() {}

    /** The POLICY_MAC of a session, 32 bytes. */
    static Bytes of(SevPolicy policy, SecretBytes tik) {
        return HmacSha256.of(tik, message(policy));
    }

    /** Returns whether a session with this TIK was made for a policy. */
    public static boolean fits(LaunchSession session, SevPolicy policy, SecretBytes tik) {
        return HmacSha256.fits(tik, message(policy), session.policyMac());
    }

    private static Bytes message(SevPolicy policy) {
        return new ByteWriter().u32(Integer.toUnsignedLong(policy.bits())).toBytes();
    }
}
