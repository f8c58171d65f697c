package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.KernelBoot;
import io.sevguest.measurement.LaunchDigest;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.firmware.Firmware;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Likely mistakes in firmware, kernel and CPUs. */
final class GuestVariants {
    private static final int MORE_CPUS = 16;

    /** With more of them, digests for all numbers would take too long. */
    private static final int MANY_CPUS = 128;

    private static final int STEPPINGS = 16;

    private final MeasuredGuest given;
    private final List<Variant<MeasuredGuest>> found = new ArrayList<>();

    private GuestVariants(MeasuredGuest given) {
        this.given = given;
    }

    static List<Variant<MeasuredGuest>> of(MeasuredGuest given, Alternatives alternatives) {
        var variants = new GuestVariants(given);
        given.kernel().ifPresent(variants::kernel);
        given.kernel()
                .filter(boot -> !boot.hasInitrd())
                .ifPresent(boot -> variants.initrds(boot, alternatives.initrds()));
        alternatives.kernel().ifPresent(variants::unmeasuredKernel);
        given.cpus().ifPresent(variants::cpus);
        alternatives.firmware().forEach(variants::firmware);
        return variants.found;
    }

    private void kernel(KernelBoot boot) {
        add(
                "Kernel hashes are off: the host measured the firmware without kernel, initrd and"
                        + " command line.",
                "Set kernelHashes='yes' in <launchSecurity>, with a firmware that supports it; else"
                        + " nothing says which kernel the guest runs.",
                given.withKernel(Optional.empty()));
        for (String meant : cmdlines(boot.cmdline())) {
            add(
                    "The kernel's command line is %s, not %s."
                            .formatted(quoted(meant), quoted(boot.cmdline())),
                    "Give it as the host has it, to the last blank and line end.",
                    given.withKernel(Optional.of(boot.withCmdline(meant))));
        }
        if (boot.hasInitrd()) {
            add(
                    "The guest was started without its initrd.",
                    "Leave --initrd out, or ask why the host left it out.",
                    given.withKernel(Optional.of(boot.withoutInitrd())));
        }
    }

    private void initrds(KernelBoot boot, List<Alternatives.Initrd> others) {
        for (Alternatives.Initrd initrd : others) {
            add(
                    "The guest was started with the initrd %s, which is left out here."
                            .formatted(initrd.name()),
                    "Give it too (--initrd), if it is the one that you trust.",
                    given.withKernel(Optional.of(boot.withInitrd(initrd.hash()))));
        }
    }

    private static Set<String> cmdlines(String given) {
        Set<String> meant = new LinkedHashSet<>();
        meant.add(given.stripTrailing());
        meant.add(given.strip());
        meant.add(given.strip().replaceAll("\\s+", " "));
        meant.add(given + "\n");
        meant.add(given + " ");
        meant.add(" " + given);
        meant.add(given.replaceFirst("\\A([\"'])(.*)\\1\\z", "$2"));
        meant.add("");
        meant.remove(given);
        return meant;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n").replace("\t", "\\t") + '"';
    }

    private void unmeasuredKernel(KernelBoot boot) {
        add(
                "Kernel hashes are on, though the domain given here does not ask for them.",
                "Set kernelHashes='yes' in the domain, or specify --kernel, --initrd"
                        + " and --cmdline.",
                given.withKernel(Optional.of(boot)));
    }

    private void cpus(StartState state) {
        numbers(state);
        processors(state);
        boolean fpu = state.boot().hasFpuState();
        add(
                fpu
                        ? "The host's kernel leaves the reset state of x87 and SSE out of the VMSA"
                                + " pages."
                        : "The host's kernel puts the reset state of x87 and SSE into"
                                + " the VMSA pages"
                                + " (KVM_SEV_INIT2).",
                fpu ? "Leave --fpu-state out." : "Give --fpu-state.",
                given.withCpus(state.withFpuState(!fpu)));
    }

    /** All numbers up to twice the one that is given; where they are many, those next to it. */
    private void numbers(StartState state) {
        int given = state.cpus();
        int least = given > MANY_CPUS ? given - MORE_CPUS : 1;
        int most = given > MANY_CPUS ? given + MORE_CPUS : 2 * given + MORE_CPUS;
        for (int number = least; number <= most; number++) {
            if (number != given) {
                add(
                        "The guest was started with %d %s, not %d."
                                .formatted(number, number == 1 ? "CPU" : "CPUs", given),
                        "Give the number of CPUs that the guest starts with.",
                        this.given.withCpus(state.withCpus(number)));
            }
        }
    }

    /** The known models, and all steppings of the one that is given. */
    private void processors(StartState state) {
        CpuSignature expected = state.boot().cpu();
        Map<CpuSignature, String> others = new LinkedHashMap<>();
        for (CpuModel model : CpuModel.values()) {
            others.put(
                    model.signature(),
                    "%s (%s)".formatted(model.words(), model.signature().words()));
        }
        for (int stepping = 0; stepping < STEPPINGS; stepping++) {
            var other = new CpuSignature(expected.family(), expected.model(), stepping);
            others.putIfAbsent(other, other.words());
        }
        others.remove(expected);
        others.forEach(
                (cpu, words) ->
                        add(
                                "The guest's processor is %s, not %s."
                                        .formatted(words, expected.words()),
                                "Give family, model and stepping of the processor that the guest"
                                        + " sees.",
                                given.withCpus(state.withCpu(cpu))));
    }

    private void firmware(Alternatives.Image image) {
        MeasuredGuest other = given.withFirmware(new LaunchDigest(image.content()));
        Optional<StartState> cpus = given.cpus().flatMap(state -> moved(state, image.content()));
        add(
                "The guest booted the firmware %s, not the one given.".formatted(image.name()),
                "Give that file, if it is the one that you trust.",
                cpus.map(other::withCpus).orElse(other));
    }

    /**
     * Returns the same CPUs with another firmware's start address of further ones; empty if it has
     * none.
     */
    private static Optional<StartState> moved(StartState state, Bytes image) {
        if (!Firmware.hasTable(image)) {
            return Optional.empty();
        }
        try {
            var reset = Firmware.parse("firmware", image).resetAddress();
            return reset.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new StartState(
                                    state.boot(),
                                    state.others().withResetAddress(reset.getAsLong()),
                                    state.cpus()));
        } catch (ProblemException damagedSoItCannotStartThem) {
            return Optional.empty();
        }
    }

    private void add(String what, String fix, MeasuredGuest meant) {
        found.add(new Variant<>(new Cause(what, fix), meant));
    }
}
