package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QemuVersionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.2",
                "7.2.22",
                " 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)",
                "7.2-rc1",
                "7.2+x"
            })
    void readsWhatQemuAndPeopleWrite(String text) {
        assertThat(QemuVersion.parse(text)).contains(new QemuVersion(7, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "seven.two", "7.x", "7.2x", "99999.1"})
    void refusesOtherText(String text) {
        assertThat(QemuVersion.parse(text)).isEmpty();
    }

    @Test
    void tenIsLaterThanNine() {
        assertThat(new QemuVersion(10, 0)).isGreaterThan(new QemuVersion(9, 2));
        assertThat(new QemuVersion(10, 0).isAtLeast(9, 1)).isTrue();
        assertThat(new QemuVersion(2, 12).isAtLeast(6, 0)).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(new QemuVersion(2, 12).toText()).isEqualTo("2.12");
    }
}
