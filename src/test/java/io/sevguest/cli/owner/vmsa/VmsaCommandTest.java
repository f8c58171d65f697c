package io.sevguest.cli.owner.vmsa;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.cli.CommandRunner;
import io.sevguest.measurement.firmware.SampleFirmware;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.Vmsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class VmsaCommandTest {
    private static final Object[] MILAN = {"--family", 25, "--model", "0x1", "--stepping", 1};

    @TempDir private Path folder;
    private Path page;
    private Path firmware;
    private final CommandRunner sevguest = new CommandRunner();

    @BeforeEach
    void makeFiles() throws IOException {
        page = folder.resolve("vmsa.bin");
        firmware = Files.write(folder.resolve("OVMF.fd"), SampleFirmware.whole().toArray());
    }

    private CommandRunner.Result vmsa(String command, Object[] processor, Object... more) {
        Object[] words = new Object[3 + processor.length + more.length];
        words[0] = "vmsa";
        words[1] = command;
        words[2] = page;
        System.arraycopy(processor, 0, words, 3, processor.length);
        System.arraycopy(more, 0, words, 3 + processor.length, more.length);
        return sevguest.run(words);
    }

    private CommandRunner.Result vmsa(String command, Object... more) {
        return vmsa(command, new Object[0], more);
    }

    private Vmsa written() throws Exception {
        return Vmsa.parse("page", Bytes.of(Files.readAllBytes(page)));
    }

    @Test
    void buildsThePagesThatAreMeasured() throws Exception {
        assertThat(vmsa("build", MILAN, "--cpu", 0, "--userspace", "qemu").status()).isZero();
        assertThat(written())
                .isEqualTo(Vmsa.start(CpuModel.MILAN.signature(), Vmsa.BOOT_RESET_ADDRESS, false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        var further = vmsa("build", MILAN, "--cpu", 1, "--firmware", firmware, "--fpu-state");
        assertThat(further.status()).isZero();
        assertThat(further.out() + further.err()).isEmpty();
        assertThat(written())
                .isEqualTo(Vmsa.start(CpuModel.MILAN.signature(), SampleFirmware.RESET, true));
    }

    @Test
    void updatesWhatIsNamedAndKeepsTheRest() throws Exception {
        byte[] own =
                Vmsa.start(CpuModel.ROME.signature(), Vmsa.BOOT_RESET_ADDRESS, false)
                        .page()
                        .toArray();
        own[0x500] = 7;
        Files.write(page, own);
        assertThat(vmsa("update", MILAN, "--cpu", 0, "--firmware", firmware).status()).isZero();
        assertThat(written().cpu()).isEqualTo(CpuModel.MILAN.signature());
        assertThat(written().resetAddress()).isEqualTo(Vmsa.BOOT_RESET_ADDRESS);
        assertThat(vmsa("update", "--cpu", 1, "--firmware", firmware).status()).isZero();
        assertThat(written().resetAddress()).isEqualTo(SampleFirmware.RESET);
        assertThat(vmsa("update", "--fpu-state").status()).isZero();
        assertThat(written().hasFpuState()).isTrue();
        assertThat(vmsa("update", "--no-fpu-state").status()).isZero();
        assertThat(written().hasFpuState()).isFalse();
        assertThat(written().page().at(0x500)).isEqualTo(7);
    }

    @Test
    void showsProcessorAddressAndFields() throws Exception {
        byte[] own =
                Vmsa.start(CpuModel.MILAN.signature(), SampleFirmware.RESET, true).page().toArray();
        own[0xfff] = (byte) 0xab;
        own[0x270 + 7] = (byte) 0x80;
        Files.write(page, own);
        assertThat(vmsa("show").out())
                .contains("family 25 model 1 stepping 1, EPYC 7003 (Milan)")
                .contains("starts at      0x0080b004, a further CPU")
                .contains("FPU state      as after a reset")
                .contains("0x268  g_pat          0x7040600070406")
                .contains("0xfff = 0xab");
        JsonNode json = new ObjectMapper().readTree(vmsa("show", "--json").out());
        assertThat(json.at("/cs/base").asLong()).isEqualTo(0x800000);
        assertThat(json.at("/cs/selector").asInt()).isEqualTo(0xf000);
        assertThat(json.at("/tr/attrib").asInt()).isEqualTo(0x8b);
        assertThat(json.at("/rip").asInt()).isEqualTo(0xb004);
        assertThat(json.at("/rdx").asInt()).isEqualTo(0xa00f11);
        assertThat(json.at("/dbgctl").asString()).isEqualTo("9223372036854775808");
        assertThat(json.at("/mxcsr").asInt()).isEqualTo(0x1f80);
        assertThat(json.at("/unnamed/0").asString()).isEqualTo("0xfff = 0xab");
    }

    @Test
    void showsTheSameJsonAsSevctl() throws Exception {
        for (String name : List.of("vmsa0", "vmsa1")) {
            Path own = Shared.path("vectors/fixtures/sevctl/" + name + ".bin");
            JsonNode theirs =
                    new ObjectMapper()
                            .readTree(Files.readString(own.resolveSibling(name + "-show.txt")));
            JsonNode ours =
                    new ObjectMapper().readTree(sevguest.run("vmsa", "show", "--json", own).out());
            assertThat(ours).isEqualTo(theirs);
            assertThat(List.copyOf(ours.propertyNames()))
                    .containsExactlyElementsOf(theirs.propertyNames());
        }
    }

    @Test
    void refusesWhatCannotBeAndWritesNothing() {
        assertThat(vmsa("build", MILAN).err()).contains("--cpu is missing");
        assertThat(vmsa("build", MILAN, "--cpu", 1).err()).contains("--firmware");
        assertThat(vmsa("build", MILAN, "--cpu", 0, "--userspace", "krun").err())
                .contains("--userspace krun");
        assertThat(vmsa("build", "--cpu", 0, "--family", 25).err()).contains("--stepping");
        assertThat(vmsa("build", "--cpu", 0, "--family", 25, "--model", 1, "--stepping", 16).err())
                .contains("stepping 16 is not from 0 to 15");
        assertThat(vmsa("build", MILAN, "--cpu", 1, "--firmware", folder.resolve("no")).status())
                .isEqualTo(2);
        assertThat(page).doesNotExist();
    }

    @Test
    void refusesToUpdateWithoutASubjectOrAPage() throws IOException {
        assertThat(vmsa("update").err()).contains("No change was requested");
        assertThat(vmsa("update", "--firmware", firmware).err())
                .contains("--firmware, also give --cpu");
        assertThat(vmsa("show").status()).isEqualTo(2);
        Files.write(page, new byte[4095]);
        assertThat(vmsa("update", MILAN).err()).contains("this has 4095");
        assertThat(vmsa("show").err()).contains("4096 bytes");
        assertThat(page).hasSize(4095);
    }

    @Test
    void aPageWithoutAProcessorIsDoubted() throws Exception {
        var result = vmsa("build", "--cpu", 0);
        assertThat(result.status()).isZero();
        assertThat(result.err()).startsWith("warning: ");
        assertThat(vmsa("update", MILAN).status()).isZero();
        assertThat(written())
                .isEqualTo(Vmsa.start(CpuModel.MILAN.signature(), Vmsa.BOOT_RESET_ADDRESS, false));
    }
}
