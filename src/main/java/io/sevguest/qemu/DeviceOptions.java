package io.sevguest.qemu;

import io.sevguest.domain.Element;
import io.sevguest.problem.Severity;
import java.util.Optional;
import java.util.regex.Pattern;

/** What devices of all kinds have: their id, where they are plugged, how virtio reaches memory. */
final class DeviceOptions {
    private static final Pattern OWN_ALIAS = Pattern.compile("ua-[A-Za-z0-9_-]{1,60}");

    private static final String IOMMU_LEGACY = "virtio-iommu-legacy";

    private final CommandDraft draft;

    DeviceOptions(CommandDraft draft) {
        this.draft = draft;
    }

    /** Adds the alias that the user gave, else the id that libvirt would give. */
    String id(OptionText option, Element device, String usual) {
        Optional<String> own = ownId(option, device);
        if (own.isEmpty()) {
            option.add("id", usual);
        }
        return own.orElse(usual);
    }

    /** Adds the alias that the user gave, if any. */
    Optional<String> ownId(OptionText option, Element device) {
        Optional<Element> alias = device.child("alias");
        alias.ifPresent(it -> draft.neutral(it, "name"));
        Optional<Place> own =
                alias.map(it -> Place.of(it, "name"))
                        .filter(it -> OWN_ALIAS.matcher(it.value()).matches());
        own.ifPresent(it -> option.add("id", it));
        return own.map(Place::value);
    }

    /** The name of a virtio device on PCI, of the variant that the XML asks for. */
    OptionText virtio(String name, Element element, String attribute) {
        String model = element.attribute(attribute);
        Place place = Place.of(element, attribute);
        boolean variants = draft.isAtLeast(4, 0);
        if (variants && model.endsWith("-non-transitional")) {
            return OptionText.of(name + "-pci-non-transitional", place);
        }
        if (variants && model.endsWith("-transitional")) {
            return OptionText.of(name + "-pci-transitional", place);
        }
        return OptionText.of(name + "-pci", place);
    }

    /** Adds what a {@code driver} element says about every virtio device. */
    void virtioDriver(OptionText option, Element device) {
        Optional<Element> driver = device.child("driver");
        if (driver.isEmpty()) {
            return;
        }
        draft.neutral(driver.get());
        Place iommu = Place.of(driver.get(), "iommu");
        option.addSwitch("iommu_platform", iommu);
        if (iommu.value().equals("on") && isTransitional(option)) {
            legacy(iommu);
        }
        option.addSwitch("ats", Place.of(driver.get(), "ats"));
        if (draft.isAtLeast(4, 2)) {
            option.addSwitch("packed", Place.of(driver.get(), "packed"));
        }
        option.addSwitch("page-per-vq", Place.of(driver.get(), "page_per_vq"));
    }

    /** On a bus of PCI, not PCI Express, virtio is transitional unless it says otherwise. */
    private boolean isTransitional(OptionText option) {
        boolean byQemu = SecurityObject.isIn(draft) && draft.isAtLeast(6, 0);
        return draft.machine() == MachineKind.I440FX
                && !byQemu
                && !option.text().contains("-non-transitional");
    }

    private void legacy(Place iommu) {
        if (draft.hasFinding(IOMMU_LEGACY)) {
            return;
        }
        draft.finding(
                IOMMU_LEGACY,
                Severity.ERROR,
                iommu,
                "On this machine a virtio device with iommu='on' also speaks the legacy protocol, and"
                        + " QEMU refuses that.",
                "Use the model virtio-non-transitional, or the machine q35.");
    }

    /** Adds the index by which an ACPI guest names the device. */
    void acpiIndex(OptionText option, Element device) {
        Optional<Element> acpi = device.child("acpi");
        if (acpi.isPresent() && draft.isAtLeast(6, 1)) {
            option.addWritten("acpi-index", Place.of(acpi.get(), "index"));
        }
    }
}
