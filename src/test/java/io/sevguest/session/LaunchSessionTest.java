package io.sevguest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaunchSessionTest {
    private static Bytes random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Bytes.of(bytes);
    }

    @Test
    void comesBackFromItsBytes() throws ProblemException {
        assertThat(LaunchSession.parse("test", random(128)).toBytes()).isEqualTo(random(128));
    }

    @Test
    void readsTheFieldsAtTheirOffsets() throws ProblemException {
        Bytes bytes = random(128);
        LaunchSession session = LaunchSession.parse("test", bytes);
        assertThat(session.nonce()).isEqualTo(bytes.slice(0, 16));
        assertThat(session.wrappedKeys()).isEqualTo(bytes.slice(16, 48));
        assertThat(session.iv()).isEqualTo(bytes.slice(48, 64));
        assertThat(session.wrapMac()).isEqualTo(bytes.slice(64, 96));
        assertThat(session.policyMac()).isEqualTo(bytes.slice(96, 128));
    }

    @Test
    void saysWhichFieldIsCut() {
        assertThatThrownBy(() -> LaunchSession.parse("session.bin", random(127)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("session.bin: POLICY_MAC at offset 0x60")
                .hasMessageContaining("expected 32 bytes, found 31 bytes");
    }

    @Test
    void refusesBytesThatAreLeft() {
        assertThatThrownBy(() -> LaunchSession.parse("session.bin", random(129)))
                .hasMessageContaining("129 bytes");
    }

    /** A known answer of sev-tool 1.7 for policy 0x0: the master secret of a shared secret. */
    @Test
    void theSampleSessionsUseTheKeyDerivationOfTheFirmware() {
        Bytes shared =
                Bytes.ofHex(
                        "111a203f07459e2a4a54dd3f6e6e4a3e273a563a03b0b8338cbba922c466dbe7"
                                + "2d29dbac3b0916ebc40b9c3688e1281f");
        Bytes nonce = Bytes.ofHex("4ab8f104b8048ac184889ee934c2460c");
        Bytes master = SampleSession.derive(shared, "sev-master-secret", nonce);
        assertThat(master.toHex()).isEqualTo("786d621d258029e03519fa28162f3dae");
        assertThat(SampleSession.derive(master, "sev-kek", Bytes.of(new byte[0])).toHex())
                .isEqualTo("5396d7b3204ac82b31423ab0d27d3552");
    }
}
