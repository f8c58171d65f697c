package io.sevguest.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretBytesTest {
    private static byte[] array() {
        return new byte[] {1, 2, 3, 4};
    }

    @Test
    void closingWipesTheArrayThatWasTakenOver() {
        byte[] owned = array();
        SecretBytes secret = SecretBytes.take(owned);
        secret.close();
        secret.close();
        assertThat(secret.isWiped()).isTrue();
        assertThat(owned).containsOnly(0);
        assertThatThrownBy(() -> secret.use(values -> values.length))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCopyIsWipedOnItsOwn() {
        byte[] mine = array();
        SecretBytes secret = SecretBytes.copyOf(mine);
        try (SecretBytes slice = secret.slice(1, 3)) {
            secret.close();
            assertThat(mine).containsExactly(1, 2, 3, 4);
            assertThat(slice.<Integer, RuntimeException>use(values -> (int) values[0]))
                    .isEqualTo(2);
            assertThat(slice.size()).isEqualTo(2);
        }
        assertThatThrownBy(() -> SecretBytes.take(array()).slice(3, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void comparesByContent() {
        SecretBytes one = SecretBytes.take(array());
        assertThat(one.sameAs(SecretBytes.take(array()))).isTrue();
        assertThat(one.sameAs(one)).isTrue();
        assertThat(one.sameAs(SecretBytes.take(new byte[] {1, 2, 3, 5}))).isFalse();
        assertThat(one.slice(0, 2).append(one.slice(2, 4)).sameAs(one)).isTrue();
        assertThat(one).isNotEqualTo(SecretBytes.take(array()));
    }

    @Test
    void tellsItsSizeAlone() {
        assertThat(SecretBytes.generate(16, new SecureRandom()).toString())
                .isEqualTo("secret, 16 bytes");
    }

    @Test
    void aLoanMayFailAsItDoes() {
        assertThatThrownBy(
                        () ->
                                SecretBytes.take(array())
                                        .use(
                                                values -> {
                                                    throw new IOException("no space");
                                                }))
                .isInstanceOf(IOException.class);
    }
}
