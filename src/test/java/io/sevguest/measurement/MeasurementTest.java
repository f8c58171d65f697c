package io.sevguest.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.firmware.Guid;
import io.sevguest.measurement.firmware.SampleFirmware;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private final SecretBytes tik = SecretBytes.take(new byte[16]);
    private final StartState cpus =
            StartState.of(CpuModel.MILAN.signature(), SampleFirmware.RESET, 2, false);
    private final MeasurementInputs inputs =
            new MeasurementInputs(
                    new MeasuredGuest(
                            new LaunchDigest(SampleFirmware.whole()),
                            Optional.of(
                                    new KernelBoot(
                                            Bytes.of(new byte[] {1}).sha256(),
                                            KernelHashes.NO_INITRD,
                                            "quiet")),
                            Optional.of(cpus)),
                    new FirmwareApi(1, 51, 3),
                    new SevPolicy(5));

    @Test
    void refusesEachFlippedByte() throws ProblemException {
        byte[] right = inputs.measurement(tik, Bytes.of(new byte[16])).toBytes().toArray();
        assertThat(inputs.match(Measurement.parse("m", Bytes.of(right)), tik)).isTrue();
        for (int i = 0; i < right.length; i++) {
            right[i] ^= 1;
            assertThat(inputs.match(Measurement.parse("m", Bytes.of(right)), tik)).isFalse();
            right[i] ^= 1;
        }
    }

    @Test
    void eachByteOfTheFirmwareIsMeasured() {
        Bytes digest = inputs.digest();
        MeasuredGuest guest = (MeasuredGuest) inputs.launched();
        byte[] image = SampleFirmware.whole().toArray();
        for (int i = 0; i < image.length; i++) {
            image[i] ^= 1;
            MeasuredContent changed = guest.withFirmware(new LaunchDigest(Bytes.of(image)));
            assertThat(changed.digest(inputs.policy())).isNotEqualTo(digest);
            image[i] ^= 1;
        }
    }

    @Test
    void eachByteOfAPageAndOfTheKernelIsMeasured() {
        Bytes digest = inputs.digest();
        MeasuredGuest guest = (MeasuredGuest) inputs.launched();
        byte[] page = cpus.others().page().toArray();
        for (int i = 0; i < page.length; i++) {
            page[i] ^= 1;
            var other = new StartState(cpus.boot(), new Vmsa(Bytes.of(page)), cpus.cpus());
            assertThat(guest.withCpus(other).digest(inputs.policy())).isNotEqualTo(digest);
            page[i] ^= 1;
        }
        KernelBoot boot = guest.kernel().orElseThrow();
        byte[] hash = boot.kernel().toArray();
        for (int i = 0; i < hash.length; i++) {
            hash[i] ^= 1;
            var kernel = new KernelBoot(Bytes.of(hash), boot.initrd(), boot.cmdline());
            assertThat(guest.withKernel(Optional.of(kernel)).digest(inputs.policy()))
                    .isNotEqualTo(digest);
            hash[i] ^= 1;
        }
    }

    @Test
    void eachBitOfTheMessageAndTheKeyCounts() {
        Bytes digest = inputs.digest();
        Measurement right = inputs.measurement(tik, Bytes.of(new byte[16]));
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            var policy = new SevPolicy(inputs.policy().bits() ^ 1 << bit);
            assertThat(right.fits(tik, inputs.api(), policy, digest)).isFalse();
        }
        for (int bit = 1; bit <= 0x80; bit <<= 1) {
            for (FirmwareApi api :
                    new FirmwareApi[] {
                        new FirmwareApi(1 ^ bit, 51, 3),
                        new FirmwareApi(1, 51 ^ bit, 3),
                        new FirmwareApi(1, 51, 3 ^ bit)
                    }) {
                assertThat(right.fits(tik, api, inputs.policy(), digest)).isFalse();
            }
        }
        for (int i = 0; i < 16; i++) {
            byte[] key = new byte[16];
            key[i] = 1;
            try (SecretBytes other = SecretBytes.take(key)) {
                assertThat(right.fits(other, inputs.api(), inputs.policy(), digest)).isFalse();
            }
        }
        for (int i = 0; i < LaunchDigest.SIZE; i++) {
            byte[] other = digest.toArray();
            other[i] ^= 1;
            assertThat(right.fits(tik, inputs.api(), inputs.policy(), Bytes.of(other))).isFalse();
        }
    }

    @Test
    void cpusAreMeasuredUnderSevEsAlone() {
        MeasuredContent guest = inputs.launched();
        var more = ((MeasuredGuest) guest).withCpus(cpus.withCpus(3));
        assertThat(more.digest(new SevPolicy(5))).isNotEqualTo(guest.digest(new SevPolicy(5)));
        assertThat(more.digest(new SevPolicy(1))).isEqualTo(guest.digest(new SevPolicy(1)));
    }

    @Test
    void sizesAreToldInWords() {
        assertThatThrownBy(() -> Measurement.parse("m", Bytes.of(new byte[32])))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this has 32");
        assertThatThrownBy(() -> Vmsa.parse("v", Bytes.of(new byte[4095])))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this has 4095");
    }

    @Test
    void guidsAndSignaturesGoBackAndForth() throws ProblemException {
        var guid = Guid.of("96b582de-1fb2-45f7-baea-a366c55a082d");
        assertThat(guid.toBytes().toHex()).isEqualTo("de82b596b21ff745baeaa366c55a082d");
        assertThatThrownBy(() -> Guid.of("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
        for (CpuModel model : CpuModel.values()) {
            CpuSignature cpu = model.signature();
            assertThat(CpuSignature.of(cpu.toNumber())).isEqualTo(cpu);
        }
        assertThat(new CpuSignature(25, 1, 1).toNumber()).isEqualTo(0xa00f11);
        assertThat(CpuModel.ofQemuName("EPYC-Milan-v2")).contains(CpuModel.MILAN);
        assertThat(CpuModel.ofQemuName("EPYC-IBPB")).contains(CpuModel.NAPLES);
        assertThat(CpuModel.ofQemuName("Skylake")).isEmpty();
    }

    @Test
    void aPageKeepsWhatHasNoName() throws ProblemException {
        byte[] raw = cpus.boot().page().toArray();
        raw[0x500] = 7;
        Vmsa page = Vmsa.parse("v", Bytes.of(raw));
        Vmsa moved = page.withResetAddress(0x1234_5678L).withCpu(CpuModel.ROME.signature());
        assertThat(moved.page().at(0x500)).isEqualTo(7);
        assertThat(moved.resetAddress()).isEqualTo(0x1234_5678L);
        assertThat(moved.withFpuState(true).hasFpuState()).isTrue();
        assertThat(moved.withFpuState(true).withFpuState(false)).isEqualTo(moved);
    }
}
