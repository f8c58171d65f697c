package io.sevguest.qemu;

import io.sevguest.domain.Element;

/** The IOMMU, which has to be there before the devices that go through it. */
final class IommuArguments {
    private final CommandDraft draft;
    private final DeviceOptions options;

    IommuArguments(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    void write() {
        draft.domain().at("devices/iommu").ifPresent(this::iommu);
    }

    private void iommu(Element iommu) {
        switch (iommu.attribute("model")) {
            case "intel" -> {
                if (draft.machine() != MachineKind.Q35) {
                    draft.omit(iommu, "Only q35 has it.");
                    return;
                }
                OptionText option = OptionText.of("intel-iommu", Place.of(iommu, "model"));
                options.id(option, iommu, "iommu0");
                iommu.child("driver").ifPresent(it -> intel(option, it));
                draft.argument("-device", option);
            }
            case "virtio" -> {
                OptionText option = OptionText.of("virtio-iommu-pci", Place.of(iommu, "model"));
                options.id(option, iommu, "iommu0");
                draft.buses().pci().place(option, iommu);
                draft.argument("-device", option);
            }
            default -> draft.omit(iommu, "It is not for x86_64.");
        }
    }

    private void intel(OptionText option, Element driver) {
        option.addSwitch("intremap", Place.of(driver, "intremap"));
        option.addSwitch("caching-mode", Place.of(driver, "caching_mode"));
        option.addSwitch("eim", Place.of(driver, "eim"));
        option.addSwitch("device-iotlb", Place.of(driver, "iotlb"));
        option.addWritten("aw-bits", Place.of(driver, "aw_bits"));
    }
}
