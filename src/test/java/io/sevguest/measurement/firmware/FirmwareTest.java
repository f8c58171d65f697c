package io.sevguest.measurement.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.Requirements;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FirmwareTest {
    @Test
    void tellsAreasResetAddressAndMetadata() throws ProblemException {
        Firmware firmware = Firmware.parse("OVMF.fd", SampleFirmware.whole());

        assertThat(firmware.resetAddress()).hasValue(SampleFirmware.RESET);
        assertThat(firmware.hashArea()).contains(new MemoryArea(0x80fc00, 0x400));
        assertThat(firmware.secretArea()).as("address 0 is not supported").isEmpty();
        assertThat(firmware.sections())
                .containsExactly(new FirmwareSection(new MemoryArea(0x809000, 0x1000), 2));
        assertThat(firmware.guids()).hasSize(4);
    }

    @Test
    void readsTheInstalledOvmf() throws Exception {
        var file = Requirements.file("/usr/share/OVMF/OVMF_CODE_4M.fd");
        Firmware firmware = Firmware.parse("OVMF", Bytes.of(Files.readAllBytes(file)));
        assertThat(firmware.resetAddress()).isPresent();
        assertThat(firmware.hashArea()).as("its GUID is there with address 0").isEmpty();
    }

    @Test
    void refusesWhatHasNoTable() {
        Bytes noOvmf = Bytes.of(new byte[4096]);
        assertThat(Firmware.hasTable(noOvmf)).isFalse();
        for (Bytes image : new Bytes[] {noOvmf, Bytes.of(new byte[0]), Bytes.of(new byte[40])}) {
            assertThatThrownBy(() -> Firmware.parse("x.fd", image))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("no table of GUIDs");
        }
    }

    @Test
    void namesTheOffsetOfADamagedLength() {
        String reset = "00f771de-1a7e-4fcb-890e-68c77e2fb44e";
        byte[] image = SampleFirmware.image(SampleFirmware.entry(reset)).toArray();
        int footer = image.length - 50;
        for (int length : new int[] {0, 17, 37, 0xffff}) {
            image[footer] = (byte) length;
            image[footer + 1] = (byte) (length >> 8);
            assertThatThrownBy(() -> Firmware.parse("x.fd", Bytes.of(image)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageMatching("(?s).*(at offset 0x|AP reset address).*");
        }
    }

    @Test
    void aMetadataDistanceBeyondTheFileIsRefused() {
        Bytes image =
                SampleFirmware.image(
                        SampleFirmware.entry(
                                "dc886566-984a-4798-a75e-5585a7bf67cc",
                                SampleFirmware.number(0xffffffffL)));
        assertThatThrownBy(() -> Firmware.parse("x.fd", image))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("4294967295 bytes before the end");
    }
}
