package io.sevguest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the program as a separate process. */
class AppTest {
    private static final String GUEST = "<domain type='kvm'><name>gästin</name></domain>\n";

    @TempDir private Path folder;

    private record Run(int status, String out, String err) {}

    private Run sevguest(List<String> environment, String... arguments) throws Exception {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process =
                Program.builder(environment, arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        int status = process.waitFor();
        return new Run(status, Files.readString(out), Files.readString(err));
    }

    @Test
    void withoutADisplayOneLineNamesPreview() throws Exception {
        Path guest = Files.writeString(folder.resolve("guest.xml"), GUEST);
        for (String[] arguments : new String[][] {{}, {guest.toString()}}) {
            Run run = sevguest(List.of(), arguments);
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("sevguest preview");
        }
    }

    @Test
    void aDisplayThatCannotBeReachedIsNone() throws Exception {
        Run run = sevguest(List.of("DISPLAY=:4711", "JAVA_TOOL_OPTIONS="));
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("no display", "sevguest preview");
    }

    @Test
    void outputIsUtf8InEveryLocale() throws Exception {
        Files.writeString(folder.resolve("guest.xml"), GUEST);
        String guest = folder.resolve("guest.xml").toString();
        String copy = folder.resolve("copy.xml").toString();
        Run run = sevguest(List.of("LC_ALL=C"), "edit", guest, "--policy", "0x7", "-o", copy);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(Path.of(copy))).contains("<name>gästin</name>", "0x0007");
        Run refused = sevguest(List.of("LC_ALL=C"), "inspect", folder + "/missing");
        assertThat(refused.status()).isEqualTo(2);
    }

    @Test
    void numbersAreWrittenAlikeInEveryLocale() throws Exception {
        String arabic = "JAVA_TOOL_OPTIONS=-Duser.language=ar -Duser.country=EG";
        assertThat(sevguest(List.of(arabic), "policy", "0x1010001").out())
                .isEqualTo(sevguest(List.of(), "policy", "0x1010001").out())
                .contains("16842753");
    }

    @Test
    void aNameThatTheLocaleCannotHoldIsRefused() throws Exception {
        Run run = sevguest(List.of("LC_ALL=C"), "edit", "/tmp/gästin.xml", "-o", "/tmp/ö.xml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Argument 2", "LC_ALL=C.UTF-8");
    }

    @Test
    void namesWithUmlautsWorkInAUtf8Locale() throws Exception {
        Path guest = Files.writeString(folder.resolve("gästin.xml"), GUEST);
        Path copy = folder.resolve("ö.xml");
        Run run =
                sevguest(
                        List.of("LC_ALL=C.UTF-8"), "edit", guest.toString(), "-o", copy.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(copy).hasSameBinaryContentAs(guest);
    }

    @Test
    void aFileOfLibvirtIsWrittenWithAWarning() throws Exception {
        Path guest = Files.writeString(folder.resolve("guest.xml"), GUEST);
        Path own = Files.createDirectories(folder.resolve("libvirt/qemu")).resolve("g.xml");
        Run run =
                sevguest(
                        List.of("XDG_CONFIG_HOME=" + folder),
                        "edit",
                        guest.toString(),
                        "-o",
                        own.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: " + own, "virsh define " + own);
        assertThat(own).hasSameBinaryContentAs(guest);
    }

    @Test
    void aFullDiskBehindStdoutIsAFailure() throws Exception {
        Process process =
                Program.builder(List.of(), "policy", "3")
                        .redirectOutput(new File("/dev/full"))
                        .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(err).contains("Part of the output could not be written");
    }

    /** As with other programs in a pipe, {@code sevguest policy 3 | head -3} prints no error. */
    @Test
    void aReaderThatHasReadEnoughIsNoFailure() throws Exception {
        Process process = Program.builder(List.of(), "policy", "3").start();
        process.getInputStream().close();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(err).isEmpty();
    }
}
