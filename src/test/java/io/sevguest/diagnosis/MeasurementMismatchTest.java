package io.sevguest.diagnosis;

import static io.sevguest.measurement.MeasurementVector.inputs;
import static io.sevguest.measurement.MeasurementVector.measurement;
import static io.sevguest.measurement.MeasurementVector.tests;
import static io.sevguest.measurement.MeasurementVector.tik;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.KernelBoot;
import io.sevguest.measurement.KernelHashes;
import io.sevguest.measurement.LaunchDigest;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.policy.SevPolicy;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class MeasurementMismatchTest {
    /** The causes found for altered inputs of other programs; inputs not listed have no cause. */
    private static final Map<String, String> EXPLAINED =
            Map.of(
                    "policy bit 0 toggled", "bit 0 (NODBG)",
                    "API minor + 1", "firmware is API",
                    "build id changed", "firmware is API",
                    "cmdline: one space appended", "command line",
                    "number of CPUs + 1", "CPU",
                    "CPU stepping changed", "processor is",
                    "CPU model changed", "processor is");

    @TestFactory
    Stream<DynamicTest> explainsEachAlteredInputAndAcceptsNone() throws IOException {
        return tests(
                "launch-measurement",
                vector -> {
                    Measurement given = measurement(vector.at("/expect/measurement_b64"));
                    try (SecretBytes tik = tik(vector)) {
                        for (JsonNode reject : vector.path("rejects")) {
                            Optional<MeasurementInputs> altered = altered(inputs(vector), reject);
                            if (altered.isPresent()) {
                                check(reject, altered.get(), given, tik);
                            }
                        }
                    }
                });
    }

    private static void check(
            JsonNode reject, MeasurementInputs altered, Measurement given, SecretBytes tik) {
        assertThat(altered.match(given, tik)).isFalse();
        List<Cause> causes =
                new MeasurementMismatch(altered, given, tik, Alternatives.NONE)
                        .causes(Progress.NONE);
        assertThat(causes).extracting(Cause::what).as(reject.get("change").asString()).hasSize(1);
        assertThat(causes.get(0).what()).contains(EXPLAINED.get(reject.get("change").asString()));
    }

    private static Optional<MeasurementInputs> altered(MeasurementInputs right, JsonNode reject) {
        MeasuredGuest guest = (MeasuredGuest) right.launched();
        JsonNode value = reject.path("with_value");
        FirmwareApi api = right.api();
        return switch (reject.get("change").asString()) {
            case "policy bit 0 toggled" -> Optional.of(with(right, (int) value.asLong()));
            case "API minor + 1" ->
                    Optional.of(
                            with(right, new FirmwareApi(api.major(), value.asInt(), api.build())));
            case "build id changed" ->
                    Optional.of(
                            with(right, new FirmwareApi(api.major(), api.minor(), value.asInt())));
            case "cmdline: one space appended" ->
                    Optional.of(
                            with(
                                    right,
                                    guest.withKernel(
                                            guest.kernel()
                                                    .map(k -> k.withCmdline(value.asString())))));
            case "number of CPUs + 1" ->
                    Optional.of(
                            with(
                                    right,
                                    guest.withCpus(
                                            guest.cpus().orElseThrow().withCpus(value.asInt()))));
            case "CPU stepping changed" ->
                    Optional.of(with(right, guest, cpu(guest).model(), value.asInt()));
            case "CPU model changed" ->
                    Optional.of(with(right, guest, value.asInt(), cpu(guest).stepping()));
            default -> Optional.empty();
        };
    }

    private static CpuSignature cpu(MeasuredGuest guest) {
        return guest.cpus().orElseThrow().boot().cpu();
    }

    private static MeasurementInputs with(
            MeasurementInputs right, MeasuredGuest guest, int model, int stepping) {
        var signature = new CpuSignature(cpu(guest).family(), model, stepping);
        return with(right, guest.withCpus(guest.cpus().orElseThrow().withCpu(signature)));
    }

    private static MeasurementInputs with(MeasurementInputs right, MeasuredGuest guest) {
        return new MeasurementInputs(guest, right.api(), right.policy());
    }

    private static MeasurementInputs with(MeasurementInputs right, FirmwareApi api) {
        return new MeasurementInputs(right.launched(), api, right.policy());
    }

    private static MeasurementInputs with(MeasurementInputs right, int policy) {
        return new MeasurementInputs(right.launched(), right.api(), new SevPolicy(policy));
    }

    private final SecretBytes tik =
            SecretBytes.take(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private final KernelBoot kernel =
            new KernelBoot(
                    Bytes.of(new byte[] {1}).sha256(), Bytes.of(new byte[] {2}).sha256(), "quiet");
    private final Bytes image = Bytes.of(new byte[64]);
    private final FirmwareApi api = new FirmwareApi(1, 51, 3);

    private MeasuredGuest guest(Optional<KernelBoot> boot) {
        return new MeasuredGuest(new LaunchDigest(image), boot, Optional.of(cpus(false)));
    }

    private static StartState cpus(boolean fpuState) {
        return StartState.of(new CpuSignature(25, 1, 1), 0x80b004, 2, fpuState);
    }

    /**
     * Returns the causes that are found if the platform measured other inputs than the owner
     * specifies.
     */
    private List<String> causes(
            MeasurementInputs measuredOnes, MeasurementInputs given, Alternatives alternatives) {
        Measurement measured = measuredOnes.measurement(tik, Bytes.of(new byte[16]));
        assertThat(given.match(measured, tik)).isFalse();
        return new MeasurementMismatch(given, measured, tik, alternatives)
                .causes(Progress.NONE).stream().map(Cause::what).toList();
    }

    private MeasurementInputs of(MeasuredGuest guest, int policy) {
        return new MeasurementInputs(guest, api, new SevPolicy(policy));
    }

    @Test
    void namesWhatIsWrongWithTheKernel() {
        MeasurementInputs whole = of(guest(Optional.of(kernel)), 1);
        MeasurementInputs none = of(guest(Optional.empty()), 1);
        assertThat(causes(none, whole, Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("hashes are off");
        assertThat(
                        causes(
                                whole,
                                none,
                                alternatives(
                                        Optional.of(kernel),
                                        Optional.empty(),
                                        List.of(),
                                        List.of())))
                .singleElement()
                .asString()
                .contains("hashes are on");
        assertThat(
                        causes(
                                of(guest(Optional.of(kernel.withoutInitrd())), 1),
                                whole,
                                Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("without its initrd");
        assertThat(
                        causes(
                                of(guest(Optional.of(kernel.withCmdline("quiet\n"))), 1),
                                whole,
                                Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("\"quiet\\n\"");
        assertThat(kernel.withoutInitrd().initrd()).isEqualTo(KernelHashes.NO_INITRD);
    }

    @Test
    void readsPoliciesOfAllThirtyTwoBitsTheOtherWayRound() {
        MeasuredGuest guest = guest(Optional.empty());
        assertThat(causes(of(guest, 0x83886081), of(guest, 0x05000001), Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("0x83886081", "mixed up");
        assertThat(causes(of(guest, 99999999), of(guest, 0x99999999), Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("0x5f5e0ff = 99999999", "mixed up");
        assertThat(causes(of(guest, 0x1234), of(guest, 0xffffffff), Alternatives.NONE)).isEmpty();
    }

    @Test
    void namesMisreadPoliciesFpuStateFirmwareAndOldVersions() {
        MeasuredGuest guest = guest(Optional.empty());
        assertThat(causes(of(guest, 0x10), of(guest, 10), Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("0x0010 = 16, not 0x000a = 10");
        assertThat(causes(of(guest, 10), of(guest, 0x10), Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("mixed up");
        assertThat(causes(of(guest.withCpus(cpus(true)), 5), of(guest, 5), Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("x87 and SSE");
        Bytes other = Bytes.of(new byte[65]);
        assertThat(
                        causes(
                                of(guest.withFirmware(new LaunchDigest(other)), 1),
                                of(guest, 1),
                                alternatives(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(new Alternatives.Image("B.fd", other)),
                                        List.of())))
                .singleElement()
                .asString()
                .contains("B.fd");
        assertThat(
                        causes(
                                new MeasurementInputs(
                                        guest, new FirmwareApi(0, 16, 3), new SevPolicy(1)),
                                of(guest, 1),
                                Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("older than API 0.17");
    }

    private static Alternatives alternatives(
            Optional<KernelBoot> kernel,
            Optional<StartState> cpus,
            List<Alternatives.Image> firmware,
            List<Alternatives.Initrd> initrds) {
        return new Alternatives(Optional.empty(), kernel, cpus, firmware, initrds);
    }

    @Test
    void namesSevEsThatThePolicyLeavesOut() {
        MeasuredGuest plain =
                new MeasuredGuest(new LaunchDigest(image), Optional.empty(), Optional.empty());
        Alternatives told =
                alternatives(Optional.empty(), Optional.of(cpus(false)), List.of(), List.of());
        assertThat(causes(of(guest(Optional.empty()), 5), of(plain, 1), told))
                .singleElement()
                .asString()
                .contains("0x0005 = 5, not 0x0001 = 1: bit 2 (ES) is on");
        assertThat(causes(of(guest(Optional.empty()), 0x17), of(plain, 17), told))
                .singleElement()
                .asString()
                .contains("0x0017 = 23, not 0x0011 = 17: hexadecimal and decimal were mixed up");
        assertThat(causes(of(guest(Optional.empty()), 5), of(plain, 1), Alternatives.NONE))
                .isEmpty();
    }

    @Test
    void namesAnInitrdThatIsLeftOut() {
        Alternatives beside =
                alternatives(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(
                                new Alternatives.Initrd(
                                        "initrd.old", Bytes.of(new byte[1]).sha256()),
                                new Alternatives.Initrd("initrd.img", kernel.initrd())));
        assertThat(
                        causes(
                                of(guest(Optional.of(kernel)), 1),
                                of(guest(Optional.of(kernel.withoutInitrd())), 1),
                                beside))
                .containsExactly(
                        "The guest was started with the initrd initrd.img, which is left out here.");
    }

    @Test
    void namesAVersionOfWhichNothingIsRight() {
        MeasuredGuest guest = guest(Optional.empty());
        MeasurementInputs old =
                new MeasurementInputs(guest, new FirmwareApi(0, 16, 8), new SevPolicy(1));
        assertThat(causes(of(guest, 1), old, Alternatives.NONE))
                .containsExactly("The platform's firmware is API 1.51 build 3, not 0.16 build 8.");
        MeasurementInputs mixed =
                new MeasurementInputs(guest, new FirmwareApi(1, 33, 10), new SevPolicy(1));
        assertThat(causes(of(guest, 1), mixed, Alternatives.NONE))
                .containsExactly("The platform's firmware is API 1.51 build 3, not 1.33 build 10.");
    }

    @Test
    void namesSwappedKeys() {
        try (SecretBytes tek = SecretBytes.take(new byte[16])) {
            MeasurementInputs inputs = of(guest(Optional.empty()), 1);
            Measurement measured = inputs.measurement(tek, Bytes.of(new byte[16]));
            var alternatives = Alternatives.ofKey(Optional.of(tek));
            assertThat(
                            new MeasurementMismatch(inputs, measured, tik, alternatives)
                                    .causes(Progress.NONE))
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.what()).contains("swapped"));
        }
    }

    @Test
    void namesTwoMistakesAtOnce() {
        assertThat(
                        causes(
                                of(guest(Optional.empty()), 5),
                                of(guest(Optional.of(kernel)), 1),
                                Alternatives.NONE))
                .hasSize(2);
    }

    @Test
    void namesTwoMistakesInTheGuestItself() {
        MeasuredGuest guest = guest(Optional.of(kernel));
        StartState newer = cpus(true).withCpu(CpuModel.GENOA.signature());
        assertThat(causes(of(guest.withCpus(newer), 5), of(guest, 5), Alternatives.NONE))
                .hasSize(2)
                .anyMatch(what -> what.contains("EPYC 9004 (Genoa)"))
                .anyMatch(what -> what.contains("x87 and SSE"));
        MeasuredGuest quoted =
                guest.withKernel(Optional.of(kernel.withCmdline("\"quiet\"")))
                        .withCpus(cpus(false).withCpus(3));
        assertThat(causes(of(guest, 5), of(quoted, 5), Alternatives.NONE))
                .hasSize(2)
                .anyMatch(what -> what.contains("2 CPUs, not 3"))
                .anyMatch(what -> what.contains("command line"));
    }

    @Test
    void namesAnotherSteppingOfTheSameProcessor() {
        MeasuredGuest guest = guest(Optional.empty());
        StartState other = cpus(false).withCpu(new CpuSignature(25, 1, 2));
        assertThat(causes(of(guest.withCpus(other), 5), of(guest, 5), Alternatives.NONE))
                .singleElement()
                .asString()
                .contains("family 25 model 1 stepping 2, not family 25 model 1 stepping 1");
    }

    @Test
    void namesNothingWhereNothingKnownExplainsIt() {
        Measurement forged = new Measurement(Bytes.of(new byte[32]), Bytes.of(new byte[16]));
        assertThat(
                        new MeasurementMismatch(
                                        of(guest(Optional.of(kernel)), 5),
                                        forged,
                                        tik,
                                        Alternatives.NONE)
                                .causes(Progress.NONE))
                .isEmpty();
    }
}
