package io.sevguest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the installer's files agree with the program. */
class PackagingTest {
    private static final Path LINUX = Path.of("installer/linux");

    @Test
    void theNewestReleaseOfTheMetainfoIsTheBuildsVersion() throws IOException {
        String version = first("(?m)^  <version>(.*)</version>", Path.of("pom.xml"));
        assertThat(
                        first(
                                "<release version=\"([^\"]*)\"",
                                LINUX.resolve("io.sevguest.App.metainfo.xml")))
                .isEqualTo(version);
    }

    @Test
    void desktopEntryMetainfoAndMimeTypeNameTheSameThings() throws IOException {
        String desktop = Files.readString(LINUX.resolve("io.sevguest.App.desktop"));
        String metainfo = Files.readString(LINUX.resolve("io.sevguest.App.metainfo.xml"));
        String type =
                first("<mime-type type=\"([^\"]*)\"", LINUX.resolve("io.sevguest.App.mime.xml"));
        assertThat(desktop).contains("MimeType=" + type + ";").contains("Exec=sevguest ");
        assertThat(metainfo)
                .contains("<mediatype>" + type + "</mediatype>")
                .contains("io.sevguest.App.desktop</launchable>")
                .contains("<binary>sevguest</binary>");
        assertThat(desktop).contains("Icon=sev-guest-configurator\n");
        assertThat(desktop)
                .contains("StartupWMClass=" + App.class.getName().replace('.', '-') + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".svg", "-16.png", "-48.png", "-256.png"})
    void theIconsAreInTheProgramAndBesideIt(String ending) throws IOException {
        Path drawn = Path.of("icons", "sev-guest-configurator" + ending);
        try (InputStream packed =
                App.class.getResourceAsStream("icons/sev-guest-configurator" + ending)) {
            assertThat(packed).hasBinaryContent(Files.readAllBytes(drawn));
        }
    }

    private static String first(String pattern, Path file) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(found.find()).as(pattern + " in " + file).isTrue();
        return found.group(1);
    }
}
