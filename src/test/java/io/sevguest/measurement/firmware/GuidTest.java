package io.sevguest.measurement.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.problem.ProblemException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GuidTest {
    private static final String TEXT = "736869e5-84f0-4973-92ec-06879ce3da0b";

    @Test
    void theFirstThreeGroupsAreLittleEndian() {
        assertThat(Guid.of(TEXT).toBytes().toHex()).isEqualTo("e5696873f084734992ec06879ce3da0b");
    }

    @Test
    void bytesComeBackAsTheyWere() throws ProblemException {
        for (String text : new String[] {TEXT, "ffffffff-ffff-ffff-ffff-ffffffffffff"}) {
            var in = new ByteCursor("sample", Guid.of(text).toBytes());
            assertThat(Guid.read(in, "GUID")).hasToString(text);
            in.end();
        }
    }

    @Test
    void readsEitherCaseAndNothingElse() {
        assertThat(Guid.of(TEXT.toUpperCase(Locale.ROOT))).isEqualTo(Guid.of(TEXT));
        for (String wrong : new String[] {TEXT.substring(1), "1-2-3-4-5", TEXT + " ", ""}) {
            assertThatThrownBy(() -> Guid.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
