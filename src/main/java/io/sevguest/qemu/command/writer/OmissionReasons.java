package io.sevguest.qemu.command.writer;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.FieldIds;
import java.util.HashMap;
import java.util.Map;

/**
 * The reasons why parts of a domain are not in the command, if no part of the command gives a
 * better one.
 */
final class OmissionReasons {
    private static final String OTHERS =
            "This program does not carry it into the QEMU command; libvirt would.";
    private static final String LIBVIRT_ONLY = "It is for libvirt; QEMU has no part in it.";
    private static final String OWN_SMBIOS =
            "The guest finds QEMU's own values in its SMBIOS tables in a local start.";
    private static final String HOST_LIMITS =
            "It limits the host resources of the guest. A local start sets no limits.";
    private static final String HOST_DEVICE =
            "A device or service of the host is not passed through to the guest.";
    private static final String OTHER_PROGRAM =
            "It needs another program beside QEMU, which libvirt would start.";
    private static final String IN_IMAGE = "QEMU reads it from the image itself.";
    private static final String CLOCK = "The clock starts at the time of this machine.";
    private static final String PLACE = "The device has another place in the command.";
    private static final String ALIAS = "libvirt counts devices anew at each start.";
    private static final String MEMORY_WHOLE =
            "The guest gets all of its memory at the start, in one piece.";
    private static final String USER_NETWORK =
            "It is about the host's side of the network; the guest gets user networking.";
    private static final String DISTANCES = "A distance is missing or out of range.";
    private static final String SPEEDS = "The speed of memory is not passed to the guest.";
    private static final String NOT_SHARED =
            "No other program has a part in the guest's memory in a local start.";
    private static final String VIRTIO_ONLY = "Only virtio devices have it.";

    private static final Map<String, String> BY_PATH = Map.copyOf(reasons());

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        ofDomain(reasons);
        ofDevices(reasons);
        ofDisksAndNetworks(reasons);
        return reasons;
    }

    private static void because(Map<String, String> reasons, String reason, String... places) {
        for (String place : places) {
            reasons.put(place, reason);
        }
    }

    private static void ofDomain(Map<String, String> reasons) {
        because(reasons, LIBVIRT_ONLY, "@id", "title", "description", "metadata", "on_lockfailure");
        because(reasons, LIBVIRT_ONLY, "idmap", "perf", "devices/lease");
        because(reasons, OWN_SMBIOS, "os/smbios", "sysinfo");
        because(reasons, "The guest runs with the rights of who starts it.", "seclabel");
        because(reasons, HOST_LIMITS, "cputune", "blkiotune", "memtune", "resource");
        because(reasons, HOST_LIMITS, "vcpu@cpuset", "vcpu@placement", "devices/disk/iotune");
        because(reasons, CLOCK, "clock@adjustment", "clock@start", "clock@basis", "clock@timezone");
        because(reasons, "All processors are there from the start.", "vcpus");
        because(reasons, MEMORY_WHOLE, "devices/memory");
        ofMemory(reasons);
    }

    private static void ofMemory(Map<String, String> reasons) {
        because(
                reasons,
                "QEMU would reject the definition of a node, so the guest gets its memory and"
                        + " processors as a single node.",
                "cpu/numa");
        because(reasons, DISTANCES, "cpu/numa/cell/distances", "cpu/numa/cell/distances/sibling");
        because(reasons, SPEEDS, "cpu/numa/interconnects", "cpu/numa/cell/cache");
        because(reasons, NOT_SHARED, "cpu/numa/cell@memAccess", "memoryBacking/access");
        because(reasons, NOT_SHARED, "memoryBacking/source");
        because(reasons, "Memory comes from any node of the host.", "numatune");
        because(
                reasons,
                "Huge pages have to be set aside on the host; the guest runs the same without.",
                "memoryBacking/hugepages");
        because(
                reasons,
                "The host allocates memory when the guest first uses it, and frees it at the end.",
                "memoryBacking/allocation",
                "memoryBacking/discard",
                "cpu/numa/cell@discard");
    }

    private static void ofDevices(Map<String, String> reasons) {
        because(reasons, "The QEMU chosen for this start is used.", "devices/emulator");
        because(
                reasons,
                "It requires the graphics card of the host.",
                "devices/video/model/acceleration");
        because(reasons, "Nobody asks for them in a local start.", "devices/memballoon/stats");
        because(reasons, "What the guest plays is not heard.", "devices/audio");
        because(reasons, HOST_DEVICE, "devices/hostdev", "devices/redirdev", "devices/redirfilter");
        because(reasons, HOST_DEVICE, "devices/smartcard", "devices/shmem", "devices/vsock");
        because(reasons, OTHER_PROGRAM, "devices/filesystem", "devices/crypto");
        because(reasons, OTHER_PROGRAM + " SEV does not protect an emulated TPM.", "devices/tpm");
        because(
                reasons,
                "Only one of its kind is in the command.",
                "devices/memballoon",
                "devices/iommu");
        because(reasons, "USB devices are plugged into a controller directly.", "devices/hub");
    }

    private static void ofDisksAndNetworks(Map<String, String> reasons) {
        because(reasons, IN_IMAGE, "devices/disk/backingStore", "devices/disk/mirror");
        because(reasons, PLACE, "devices/disk/address", "devices/interface/address");
        because(reasons, PLACE, "devices/console/address", "devices/serial/address");
        because(reasons, ALIAS, "devices/disk/alias", "devices/interface/alias");
        because(reasons, USER_NETWORK, "devices/interface/source", "devices/interface/target");
        because(reasons, USER_NETWORK, "devices/interface/bandwidth", "devices/interface/script");
        because(reasons, USER_NETWORK, "devices/interface/backend", "devices/interface/tune");
        because(
                reasons,
                USER_NETWORK,
                "devices/interface/driver@name",
                "devices/interface/driver@queues");
        because(
                reasons,
                USER_NETWORK,
                "devices/interface/filterref",
                "devices/interface/virtualport");
        because(reasons, USER_NETWORK, "devices/interface/vlan", "devices/interface/ip");
        because(reasons, "The link is up from the start.", "devices/interface/link");
        because(reasons, "The file is opened as it is named.", "devices/disk/source@startupPolicy");
        because(reasons, "The disk is not a SCSI device of the host.", "devices/disk@rawio");
        because(
                reasons,
                "What is read is not copied into the image.",
                "devices/disk/driver@copy_on_read");
        because(reasons, "A throwaway overlay does the same.", "devices/disk/transient");
        because(reasons, VIRTIO_ONLY, "devices/disk/driver@iommu", "devices/disk/driver@ats");
        because(reasons, VIRTIO_ONLY, "devices/disk/driver@packed", "devices/disk/driver@queues");
        because(
                reasons,
                VIRTIO_ONLY,
                "devices/disk/driver@event_idx",
                "devices/disk/driver@ioeventfd");
    }

    private OmissionReasons() {}

    /** The reason for an element, or for one attribute of it. */
    static String of(Element element, String attribute) {
        String path = FieldIds.namePath(element);
        String place = attribute.isEmpty() ? path : path + "@" + attribute;
        return BY_PATH.getOrDefault(place, OTHERS);
    }
}
