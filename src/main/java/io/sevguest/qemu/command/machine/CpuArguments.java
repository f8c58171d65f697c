package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@code -cpu} argument: model, features, and what other elements say about the processor. */
public final class CpuArguments {
    /** Names that libvirt knows and QEMU does not set. */
    private static final Set<String> NOT_IN_QEMU =
            Set.of("cmt", "mbm_total", "mbm_local", "osxsave", "ospke", "pconfig");

    private static final Pattern MODEL = Pattern.compile("(?!help$)[A-Za-z0-9][A-Za-z0-9_.+-]*");

    private final CommandDraft draft;

    public CpuArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        Optional<Element> cpu = draft.domain().at("cpu");
        OptionText option = cpu.map(this::model).orElseGet(OptionText::empty);
        cpu.ifPresent(it -> details(option, it));
        new CpuFlags(draft, option).write();
        if (option.text().isEmpty()) {
            return;
        }
        boolean named = cpu.isPresent() && hasModel(cpu.get());
        draft.argument("-cpu", named ? option : OptionText.of(usualModel()).then(option));
    }

    private boolean hasModel(Element cpu) {
        return (!cpu.attribute("mode").isEmpty() && !cpu.attribute("mode").equals("custom"))
                || cpu.child("model").filter(it -> isName(it.text())).isPresent();
    }

    private static boolean isName(String model) {
        return MODEL.matcher(model).matches();
    }

    private String usualModel() {
        return draft.domain().attributeAt("os/type", "arch").equals("i686") ? "qemu32" : "qemu64";
    }

    private OptionText model(Element cpu) {
        draft.neutral(cpu, "match");
        draft.omit(
                XmlPlace.of(cpu, "check"),
                "libvirt checks the host; QEMU only warns about" + " missing features.");
        XmlPlace mode = XmlPlace.of(cpu, "mode");
        return switch (mode.value()) {
            case "host-passthrough" -> passthrough(cpu, mode);
            case "host-model" -> {
                draft.omit(
                        mode,
                        "libvirt picks a model like this host's; the command has "
                                + (draft.isKvm() ? "the host's own" : "all that TCG can do")
                                + ".");
                cpu.child("model").ifPresent(it -> draft.omit(it, "The host decides."));
                yield OptionText.of(draft.isKvm() ? "host" : "max");
            }
            case "maximum" -> OptionText.of("max", mode);
            default -> custom(cpu);
        };
    }

    private OptionText passthrough(Element cpu, XmlPlace mode) {
        cpu.child("model").ifPresent(it -> draft.omit(it, "The host decides."));
        if (!draft.isKvm()) {
            draft.omit(
                    mode,
                    "TCG cannot pass the host's processor through; the guest gets all that"
                            + " TCG can do.");
            return OptionText.of("max");
        }
        return OptionText.of("host", mode).addSwitch("migratable", XmlPlace.of(cpu, "migratable"));
    }

    private OptionText custom(Element cpu) {
        draft.neutral(cpu, "mode");
        Optional<Element> model = cpu.child("model");
        if (model.isEmpty() || model.get().text().isEmpty()) {
            return OptionText.empty();
        }
        if (!isName(model.get().text())) {
            draft.omit(model.get(), "No processor model has such characters.");
            draft.finding(XmlPlace.of(model.get()), "cpu-model-name-unusable", model.get().text());
            return OptionText.empty();
        }
        draft.omit(
                XmlPlace.of(model.get(), "fallback"), "QEMU has no other model to fall back to.");
        return OptionText.of(model.get().text(), XmlPlace.of(model.get()));
    }

    private void details(OptionText option, Element cpu) {
        cpu.child("model")
                .ifPresent(it -> option.addWritten("vendor", XmlPlace.of(it, "vendor_id")));
        for (Element feature : cpu.children("feature")) {
            feature(option, feature);
        }
        cpu.child("maxphysaddr").ifPresent(it -> addressBits(option, it));
        cpu.child("cache").ifPresent(it -> cache(option, it));
        cpu.child("vendor")
                .ifPresent(
                        it -> draft.omit(it, "It is a condition on the host that libvirt checks."));
    }

    private void feature(OptionText option, Element feature) {
        XmlPlace name = XmlPlace.of(feature, "name");
        if (!name.value().matches("[A-Za-z0-9_.-]+") || NOT_IN_QEMU.contains(name.value())) {
            draft.omit(feature, "QEMU has no such switch.");
            return;
        }
        boolean off = Set.of("disable", "forbid").contains(feature.attribute("policy"));
        option.add(name.value(), off ? "off" : "on", XmlPlace.of(feature, "policy"), name);
    }

    private void addressBits(OptionText option, Element address) {
        boolean emulated = address.attribute("mode").equals("emulate");
        if (emulated && DecimalNumber.of(address.attribute("bits")).isPresent()) {
            draft.neutral(address, "mode");
            option.add("phys-bits", XmlPlace.of(address, "bits"));
        } else if (!emulated && draft.isKvm()) {
            option.add("host-phys-bits", "on", XmlPlace.of(address, "mode"));
            if (draft.isAtLeast(4, 0)) {
                option.addWritten("host-phys-bits-limit", XmlPlace.of(address, "limit"));
            }
        } else {
            draft.omit(address, "TCG does not know the host's processor.");
        }
    }

    private void cache(OptionText option, Element cache) {
        String mode = cache.attribute("mode");
        XmlPlace place = XmlPlace.of(cache, "mode");
        if (mode.equals("passthrough") && draft.isKvm()) {
            option.add("host-cache-info", "on", place);
        } else if (mode.equals("emulate") || mode.equals("disable")) {
            draft.neutral(cache, "level");
            option.add("l3-cache", mode.equals("emulate") ? "on" : "off", place);
        } else {
            draft.omit(cache, "TCG does not know the host's processor.");
        }
    }
}
