package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuestUuidTest {
    private static final String WRITTEN = "c7a5fdbd-edaf-9455-926a-d65c16db1809";

    @Test
    void theWrittenOneIsTaken() {
        assertThat(
                        GuestUuid.of(
                                Domains.of("<domain><uuid>" + WRITTEN + "</uuid></domain>"),
                                Path.of("a")))
                .isEqualTo(WRITTEN);
    }

    @Test
    void libvirtAlsoTakesItWithoutDashesAndInUpperCase() {
        String bare = WRITTEN.replace("-", "").toUpperCase(Locale.ROOT);
        assertThat(GuestUuid.written(Domains.of("<domain><uuid>" + bare + "</uuid></domain>")))
                .contains(WRITTEN);
    }

    @Test
    void aGuestWithoutOneGetsOneOfItsPath() {
        var domain = Domains.of("<domain><name>a</name></domain>");
        String made = GuestUuid.of(domain, Path.of("/guests/a.xml"));
        assertThat(made)
                .isEqualTo(GuestUuid.of(domain, Path.of("/guests/b/../a.xml")))
                .isNotEqualTo(GuestUuid.of(domain, Path.of("/guests/b.xml")))
                .isEqualTo(UUID.fromString(made).toString());
        assertThat(UUID.fromString(made).version()).isEqualTo(3);
    }

    @Test
    void whatIsNoUuidIsNotTaken() {
        assertThat(GuestUuid.written(Domains.of("<domain><uuid>../../etc</uuid></domain>")))
                .isEmpty();
    }
}
