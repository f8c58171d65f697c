package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import io.sevguest.qemu.command.machine.SecurityObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options that devices of all kinds have: their id, where they are plugged, how virtio reaches
 * memory.
 */
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
        if (own.isPresent()) {
            return own.get();
        }
        String id = draft.freeId(usual);
        option.add("id", id);
        return id;
    }

    /** Adds the alias that the user gave, if any. */
    Optional<String> ownId(OptionText option, Element device) {
        Optional<Element> alias = device.child("alias");
        alias.ifPresent(it -> draft.neutral(it, "name"));
        Optional<XmlPlace> own =
                alias.map(it -> XmlPlace.of(it, "name"))
                        .filter(it -> OWN_ALIAS.matcher(it.value()).matches());
        if (own.isPresent() && !draft.takeId(own.get().value())) {
            draft.omit(own.get(), "Another device has the same alias.");
            return Optional.empty();
        }
        own.ifPresent(it -> option.add("id", it));
        return own.map(XmlPlace::value);
    }

    /** The name of a virtio device on PCI, of the variant that the XML asks for. */
    OptionText virtio(String name, Element element, String attribute) {
        String model = element.attribute(attribute);
        XmlPlace place = XmlPlace.of(element, attribute);
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
        XmlPlace iommu = XmlPlace.of(driver.get(), "iommu");
        option.addSwitch("iommu_platform", iommu);
        if (iommu.value().equals("on")) {
            modern(option, device, iommu);
        }
        option.addSwitch("ats", XmlPlace.of(driver.get(), "ats"));
        if (draft.isAtLeast(4, 2)) {
            option.addSwitch("packed", XmlPlace.of(driver.get(), "packed"));
        }
        option.addSwitch("page-per-vq", XmlPlace.of(driver.get(), "page_per_vq"));
    }

    /**
     * Only modern virtio goes through an IOMMU. Without a variant in its model, a device also
     * speaks the legacy protocol unless it is plugged into a PCI Express port, where libvirt would
     * put it.
     *
     * <p>Source: QEMU 7.2, virtio-pci.c, virtio_pci_realize; machine.c for confidential guests.
     */
    private void modern(OptionText option, Element device, XmlPlace iommu) {
        boolean byQemu = SecurityObject.isIn(draft) && draft.isAtLeast(6, 0);
        if (byQemu || option.text().contains("-non-transitional")) {
            return;
        }
        Optional<Element> address = device.child("address").filter(it -> it.hasAttribute("slot"));
        boolean free = address.isEmpty() && !option.text().contains("-transitional");
        if (draft.machine() == MachineKind.Q35 && free) {
            option.add("disable-legacy", "on");
        } else if (draft.machine() != MachineKind.Q35 || isOnRootBus(address)) {
            legacy(iommu);
        }
    }

    private static boolean isOnRootBus(Optional<Element> address) {
        return address.flatMap(
                                it ->
                                        Numbers.address(it.attribute("bus")).stream()
                                                .boxed()
                                                .findFirst())
                        .orElse(0)
                == 0;
    }

    private void legacy(XmlPlace iommu) {
        if (draft.hasFinding(IOMMU_LEGACY)) {
            return;
        }
        draft.finding(iommu, IOMMU_LEGACY);
    }

    /** Adds the index by which an ACPI guest names the device. */
    void acpiIndex(OptionText option, Element device) {
        Optional<Element> acpi = device.child("acpi");
        if (acpi.isPresent() && draft.isAtLeast(6, 1)) {
            option.addWritten("acpi-index", XmlPlace.of(acpi.get(), "index"));
        }
    }
}
