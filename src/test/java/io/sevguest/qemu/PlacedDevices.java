package io.sevguest.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All kinds of controllers and devices of a guest, at usual and unusual addresses. */
final class PlacedDevices {
    static final List<String> MACHINES = List.of("q35", "pc");

    private static final Map<String, List<String>> MODELS =
            Map.of(
                    "usb",
                    List.of(
                            "",
                            "none",
                            "odd",
                            "piix3-uhci",
                            "ehci",
                            "ich9-ehci1",
                            "ich9-uhci1",
                            "ich9-uhci2",
                            "pci-ohci",
                            "nec-xhci",
                            "qemu-xhci"),
                    "scsi",
                    List.of("", "auto", "odd", "lsilogic", "virtio-scsi", "lsisas1078"),
                    "sata",
                    List.of("", "odd"),
                    "ide",
                    List.of("", "piix3"),
                    "fdc",
                    List.of(""),
                    "virtio-serial",
                    List.of("", "virtio", "virtio-transitional"),
                    "ccid",
                    List.of(""),
                    "odd",
                    List.of(""),
                    "pci",
                    List.of(
                            "",
                            "odd",
                            "pci-root",
                            "pcie-root",
                            "pcie-root-port",
                            "pci-bridge",
                            "dmi-to-pci-bridge",
                            "pcie-to-pci-bridge",
                            "pcie-switch-upstream-port",
                            "pcie-switch-downstream-port",
                            "pci-expander-bus",
                            "pcie-expander-bus"));

    private static final List<String> INDEXES =
            List.of("", "0", "1", "odd", "-1", "300", "999999999", "4294967296", "0x1");

    private static final List<String> ADDRESSES =
            List.of(
                    "",
                    "<address/>",
                    "<address type='usb'/>",
                    "<address type='usb' bus='0' port='1'/>",
                    "<address type='usb' bus='0' port='0'/>",
                    "<address type='usb' bus='0' port='999'/>",
                    "<address type='usb' bus='7' port='1'/>",
                    "<address type='usb' bus='odd' port='1.2'/>",
                    "<address type='drive'/>",
                    "<address type='drive' controller='0' bus='0' target='0' unit='0'/>",
                    "<address type='drive' controller='1' bus='0' target='0' unit='5'/>",
                    "<address type='drive' controller='0' bus='7' target='900' unit='99999'/>",
                    "<address type='drive' controller='odd' bus='-1' target='0x0' unit='0x7'/>",
                    "<address type='drive' controller='999999999' unit='16777215'/>",
                    "<address type='virtio-serial' controller='0' bus='0' port='1'/>",
                    "<address type='virtio-serial' controller='9' bus='0' port='0'/>",
                    "<address type='virtio-serial' controller='0' bus='0' port='99'/>",
                    "<address type='virtio-serial' controller='odd' port='odd'/>",
                    "<address type='pci' domain='0' bus='0' slot='3' function='0'/>",
                    "<address type='pci' bus='0x00' slot='0x1f' function='0x7'/>",
                    "<address type='pci' bus='1' slot='0' function='0'/>",
                    "<address type='pci' bus='1' slot='1'/>",
                    "<address type='pci' slot='32'/>",
                    "<address type='pci' slot='4' function='8'/>",
                    "<address type='pci' domain='1' bus='0x100' slot='odd'/>");

    private PlacedDevices() {}

    static String domain(String machine, String devices) {
        return """
            <domain type='kvm'><name>demo</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>\
            <os><type arch='x86_64' machine='%s'>hvm</type></os><devices>%s</devices></domain>
            """
                .formatted(machine, devices);
    }

    /** Returns every type with every model and index. */
    static List<String> controllers() {
        List<String> controllers = new ArrayList<>();
        MODELS.forEach(
                (type, models) -> {
                    for (String model : models) {
                        for (String index : INDEXES) {
                            controllers.add(controller(type, model, index));
                        }
                    }
                });
        return controllers;
    }

    private static String controller(String type, String model, String index) {
        return "<controller type='"
                + type
                + "'"
                + (model.isEmpty() ? "" : " model='" + model + "'")
                + (index.isEmpty() ? "" : " index='" + index + "'")
                + "/>";
    }

    /** Returns every device with every address that belongs to its bus, and some that do not. */
    static List<String> devices() {
        List<String> devices = new ArrayList<>();
        for (String address : ADDRESSES) {
            if (address.isEmpty() || address.contains("drive")) {
                devices.add(disk("virtio", "vda", address));
                devices.add(disk("scsi", "sda", address));
                devices.add(disk("sata", "sda", address));
                devices.add(disk("ide", "hda", address));
                devices.add(disk("fdc", "fda", address));
            }
            if (address.isEmpty() || address.contains("usb") || address.equals("<address/>")) {
                devices.add(disk("usb", "sda", address));
                devices.add("<input type='tablet' bus='usb'>" + address + "</input>");
                devices.add(serial("usb-serial", address));
                devices.add(nic("usb-net", address));
            }
            if (address.isEmpty() || address.contains("virtio-serial")) {
                devices.add(channel(address));
                devices.add("<console type='pty'><target type='virtio'/>" + address + "</console>");
            }
            if (address.isEmpty() || address.contains("pci")) {
                devices.add(nic("e1000", address));
                devices.add(disk("virtio", "vdb", address));
                devices.add(serial("pci-serial", address));
            }
        }
        devices.add(disk("sata", "sdzzzz", ""));
        devices.add(disk("scsi", "", ""));
        devices.add(disk("ide", "hdz", ""));
        devices.add(disk("fdc", "fdc", ""));
        return devices;
    }

    private static String disk(String bus, String target, String address) {
        return "<disk type='file' device='%s'><source file='/x.img'/><target dev='%s' bus='%s'/>%s</disk>"
                .formatted(bus.equals("fdc") ? "floppy" : "disk", target, bus, address);
    }

    private static String serial(String type, String address) {
        return "<serial type='pty'><target type='%s' port='0'/>%s</serial>"
                .formatted(type, address);
    }

    private static String nic(String model, String address) {
        return "<interface type='user'><model type='%s'/>%s</interface>".formatted(model, address);
    }

    private static String channel(String address) {
        return "<channel type='unix'><target type='virtio' name='org.example.0'/>%s</channel>"
                .formatted(address);
    }
}
