package io.sevguest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GuidTest {
    private static final String TEXT = "736869e5-84f0-4973-92ec-06879ce3da0b";

    @Test
    void theFirstThreeGroupsAreLittleEndian() {
        assertThat(Guid.of(TEXT).toBytes().toHex()).isEqualTo("e5696873f084734992ec06879ce3da0b");
    }

    @Test
    void bytesComeBackAsTheyWere() {
        for (String text : new String[] {TEXT, "ffffffff-ffff-ffff-ffff-ffffffffffff"}) {
            ByteBuffer in = ByteBuffer.wrap(Guid.of(text).toBytes().toArray());
            assertThat(Guid.get(in)).hasToString(text);
            assertThat(in.hasRemaining()).isFalse();
        }
    }

    @Test
    void readsEitherCaseAndNothingElse() {
        assertThat(Guid.parse(TEXT.toUpperCase(Locale.ROOT))).contains(Guid.of(TEXT));
        assertThat(Guid.parse(TEXT.substring(1))).isEmpty();
        assertThat(Guid.parse("1-2-3-4-5")).isEmpty();
        assertThat(Guid.parse(TEXT + " ")).isEmpty();
    }
}
