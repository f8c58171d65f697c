package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Optional;

/** The features and clocks of the domain as flags of the processor. */
final class CpuFlags {
    private static final String KVM_ONLY = "It is KVM's, and the guest is started with TCG.";

    private static final Map<String, String> HYPERV =
            Map.ofEntries(
                    Map.entry("relaxed", "hv-relaxed"),
                    Map.entry("vapic", "hv-vapic"),
                    Map.entry("vpindex", "hv-vpindex"),
                    Map.entry("runtime", "hv-runtime"),
                    Map.entry("synic", "hv-synic"),
                    Map.entry("stimer", "hv-stimer"),
                    Map.entry("reset", "hv-reset"),
                    Map.entry("frequencies", "hv-frequencies"),
                    Map.entry("reenlightenment", "hv-reenlightenment"),
                    Map.entry("tlbflush", "hv-tlbflush"),
                    Map.entry("ipi", "hv-ipi"),
                    Map.entry("evmcs", "hv-evmcs"),
                    Map.entry("avic", "hv-avic"));

    private final CommandDraft draft;
    private final OptionText option;

    CpuFlags(CommandDraft draft, OptionText option) {
        this.draft = draft;
        this.option = option;
    }

    void write() {
        draft.domain().at("features/kvm").ifPresent(this::kvm);
        draft.domain().at("features/hyperv").ifPresent(this::hyperv);
        draft.domain()
                .at("features/pvspinlock")
                .ifPresent(it -> ofKvm("kvm-pv-unhalt", XmlPlace.of(it, "state")));
        draft.domain()
                .at("features/apic")
                .filter(it -> it.hasAttribute("eoi"))
                .ifPresent(it -> ofKvm("kvm-pv-eoi", XmlPlace.of(it, "eoi")));
        draft.domain().at("features/pmu").ifPresent(it -> ofKvm("pmu", XmlPlace.of(it, "state")));
        draft.domain().at("clock").ifPresent(this::timers);
    }

    private void ofKvm(String flag, XmlPlace place) {
        if (draft.isKvm()) {
            option.addSwitch(flag, place);
        } else {
            draft.omit(place.element(), KVM_ONLY);
        }
    }

    private void kvm(Element kvm) {
        Optional<Element> hidden = kvm.child("hidden");
        if (!draft.isKvm() || hidden.isEmpty()) {
            draft.omit(kvm, draft.isKvm() ? "It is not carried over." : KVM_ONLY);
            return;
        }
        draft.neutral(kvm);
        boolean on = hidden.get().attribute("state").equals("on");
        option.add("kvm", on ? "off" : "on", XmlPlace.of(hidden.get(), "state"));
    }

    private void hyperv(Element hyperv) {
        if (!draft.isKvm()) {
            draft.omit(hyperv, KVM_ONLY);
            return;
        }
        if (hyperv.attribute("mode").equals("passthrough") && draft.isAtLeast(4, 2)) {
            option.add("hv-passthrough", "on", XmlPlace.of(hyperv, "mode"));
        }
        draft.neutral(hyperv, "mode");
        hyperv.children().forEach(this::enlightenment);
    }

    private void enlightenment(Element feature) {
        XmlPlace state = XmlPlace.of(feature, "state");
        boolean on = state.value().equals("on");
        String flag = HYPERV.get(feature.name());
        if (flag != null) {
            option.addSwitch(flag, state);
        } else if (feature.name().equals("spinlocks")) {
            XmlPlace retries = XmlPlace.of(feature, "retries");
            draft.neutral(feature, "state");
            if (on && retries.isWritten()) {
                option.add("hv-spinlocks", retries);
            } else {
                draft.neutral(feature, "retries");
            }
        } else if (feature.name().equals("vendor_id")) {
            draft.neutral(feature, "state");
            if (on) {
                option.add("hv-vendor-id", XmlPlace.of(feature, "value"));
            }
        } else {
            draft.omit(feature, "This program does not know that enlightenment.");
        }
    }

    private void timers(Element clock) {
        for (Element timer : clock.children("timer")) {
            switch (timer.attribute("name")) {
                case "kvmclock" -> timer("kvmclock", timer);
                case "hypervclock" -> timer("hv-time", timer);
                case "tsc" -> tsc(timer);
                default -> {}
            }
        }
    }

    private void timer(String flag, Element timer) {
        ofKvm(flag, XmlPlace.of(timer, "present"));
        if (draft.isKvm()) {
            draft.neutral(timer, "name");
        }
    }

    private void tsc(Element timer) {
        XmlPlace frequency = XmlPlace.of(timer, "frequency");
        if (!draft.isKvm()) {
            draft.omit(timer, KVM_ONLY);
        } else if (frequency.isWritten()) {
            draft.neutral(timer, "name");
            option.add("tsc-frequency", frequency);
        }
    }
}
