package io.sevguest.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    private static final Bytes DATA = Bytes.ofHex("00ff10a5fe");

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AP8Qpf4=", "AP8Qpf4", "AP8Q\npf4=\n", "AP8Q\r\npf4\r\n", " AP 8Qpf\t4 ="})
    void readsBase64WrappedWithBlanksAndWithoutPadding(String text) {
        assertThat(TextEncoding.base64(text)).contains(DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "=",
                "AP8Q=",
                "AP8Qp",
                "AP8Qpf4==",
                "AP8Qpf4=A",
                "AP8_",
                "AP8Q!f4="
            })
    void refusesWhatIsNotWhollyBase64(String text) {
        assertThat(TextEncoding.base64(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00ff10a5fe",
                "00FF10A5FE\n",
                "00 ff 10 a5 fe",
                "00:ff:10:a5:fe",
                "0x00ff10a5fe",
                "00ff\r\n10a5\r\nfe\r\n"
            })
    void readsHexInEitherCaseWithSeparators(String text) {
        assertThat(TextEncoding.hex(text)).contains(DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00f", "0x", "0x0", "00fg"})
    void refusesWhatIsNotWhollyHex(String text) {
        assertThat(TextEncoding.hex(text)).isEmpty();
    }

    @Test
    void skipsTextAroundArmourAndTakesAnyLabel() {
        String text =
                "subject=me\n\n-----BEGIN GODH OF ME-----\nAP8Q\npf4=\n-----END GODH OF ME-----\nbye";
        assertThat(TextEncoding.pem(text))
                .containsExactly(new TextEncoding.Armor("GODH OF ME", DATA));
    }

    @Test
    void readsEveryBlockOfArmour() {
        String block = "-----BEGIN A-----\r\nAP8Qpf4=\r\n-----END A-----\r\n";
        assertThat(TextEncoding.pem(block + "\r\n" + block))
                .extracting(TextEncoding.Armor::content)
                .containsExactly(DATA, DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r", "\t "})
    void readsArmourThatLostItsLineEnds(String between) {
        String line = "AP8Qpf4A".repeat(8);
        String text =
                String.join(between, "-----BEGIN A-----", line, line, "-----END A-----", "bye");
        assertThat(TextEncoding.pem("It begins with -----BEGIN A----- and ends so. " + text))
                .extracting(armour -> armour.content().toBase64())
                .containsExactly(line + line);
    }

    @Test
    void skipsTheHeadersOfArmour() {
        String text =
                "-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\nAP8Qpf4=\n-----END X-----";
        assertThat(TextEncoding.pem(text))
                .extracting(TextEncoding.Armor::content)
                .containsExactly(DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN A-----\nAP8Qpf4=\n",
                "-----BEGIN A-----\nAP8Qpf4=\n-----END B-----",
                "-----BEGIN A-----\n!!!\n-----END A-----"
            })
    void refusesDamagedArmour(String text) {
        assertThat(TextEncoding.pem(text)).isEqualTo(List.of());
    }

    @Test
    void tellsTextFromBytesAndTakesOffTheByteOrderMark() {
        assertThat(TextEncoding.text(utf8("\ufeffAP8Q\r\n"))).contains("AP8Q\r\n");
        assertThat(TextEncoding.text(utf8("Grüße"))).contains("Grüße");
        assertThat(TextEncoding.text(DATA)).isEmpty();
        assertThat(TextEncoding.text(Bytes.ofHex("41e4"))).isEmpty();
        assertThat(TextEncoding.text(Bytes.ofHex("4100"))).isEmpty();
    }

    @Test
    void tellsBase64OfAWrongLength() {
        assertThat(TextEncoding.isDamagedBase64("AP8Qp")).isTrue();
        assertThat(TextEncoding.isDamagedBase64("AP8Qpf4=")).isFalse();
        assertThat(TextEncoding.isDamagedBase64("not base64!")).isFalse();
    }
}
