package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;

/** The IOMMU, which has to be there before the devices that go through it. */
public final class IommuArguments {
    private final CommandDraft draft;
    private final DeviceOptions options;

    public IommuArguments(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    public void write() {
        draft.domain().at("devices/iommu").ifPresent(this::iommu);
    }

    private void iommu(Element iommu) {
        switch (iommu.attribute("model")) {
            case "intel" -> {
                if (draft.machine() != MachineKind.Q35) {
                    draft.omit(iommu, "Only q35 has it.");
                    return;
                }
                OptionText option = OptionText.of("intel-iommu", XmlPlace.of(iommu, "model"));
                options.id(option, iommu, "iommu0");
                iommu.child("driver").ifPresent(it -> intel(option, it));
                draft.argument("-device", option);
            }
            case "virtio" -> {
                OptionText option = OptionText.of("virtio-iommu-pci", XmlPlace.of(iommu, "model"));
                options.id(option, iommu, "iommu0");
                draft.buses().pci().place(option, iommu);
                draft.argument("-device", option);
            }
            default -> draft.omit(iommu, "It is not for x86_64.");
        }
    }

    private void intel(OptionText option, Element driver) {
        option.addSwitch("intremap", XmlPlace.of(driver, "intremap"));
        option.addSwitch("caching-mode", XmlPlace.of(driver, "caching_mode"));
        option.addSwitch("eim", XmlPlace.of(driver, "eim"));
        option.addSwitch("device-iotlb", XmlPlace.of(driver, "iotlb"));
        option.addWritten("aw-bits", XmlPlace.of(driver, "aw_bits"));
    }
}
