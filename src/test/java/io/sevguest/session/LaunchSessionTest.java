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
}
