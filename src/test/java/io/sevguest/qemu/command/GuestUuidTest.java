package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.qemu.Domains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aSymbolicLinkToItsFileGivesTheSame(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a.xml"));
        Path link = Files.createSymbolicLink(folder.resolve("b.xml"), file);
        Path place = Files.createSymbolicLink(folder.resolve("place"), folder);
        var domain = Domains.of("<domain><name>a</name></domain>");
        assertThat(GuestUuid.of(domain, file))
                .isEqualTo(GuestUuid.of(domain, link))
                .isEqualTo(GuestUuid.of(domain, place.resolve("a.xml")));
    }

    @Test
    void whatIsNoUuidIsNotTaken() {
        assertThat(GuestUuid.written(Domains.of("<domain><uuid>../../etc</uuid></domain>")))
                .isEmpty();
    }
}
