package io.sevguest.qemu.command.draft;

import io.sevguest.domain.xml.Element;
import java.util.Locale;

/** The places for drives on the controllers of the command, each for one drive. */
public final class DriveSlots {
    /** The reason for leaving out a drive without such a place. */
    public static final String NONE =
            "Its controller has no such place, or another drive is there.";

    private static final String TOO_HIGH = "scsi-unit-too-high";

    private static final int HIGHEST_VIRTIO_TARGET = 255;
    private static final int HIGHEST_VIRTIO_UNIT = 16383;
    private static final int HIGHEST_WIDE_UNIT = 255;
    private static final int HIGHEST_SATA_UNIT = 5;

    private final CommandDraft draft;

    public DriveSlots(CommandDraft draft) {
        this.draft = draft;
    }

    /** Takes the place of a drive; false, with a finding, where there is none. */
    public boolean take(Drive drive) {
        DriveAddress address = drive.address();
        boolean free =
                switch (drive.bus()) {
                    case "scsi" ->
                            isOnScsi(address)
                                    && take(
                                            "scsi",
                                            address.controller(),
                                            address.target(),
                                            address.unit());
                    case "sata" ->
                            isBetween(address.bus(), address.target(), 0, 0)
                                    && address.unit() <= HIGHEST_SATA_UNIT
                                    && take("sata", address.controller(), 0, address.unit());
                    case "ide" ->
                            isBetween(address.bus(), address.unit(), 1, 1)
                                    && take("ide", 0, address.bus(), address.unit());
                    case "fdc" ->
                            isBetween(address.controller(), address.unit(), 0, 1)
                                    && take("fdc", 0, 0, address.unit());
                    default -> true;
                };
        if (free) {
            checkTarget(drive);
        } else {
            refuse(drive);
        }
        return free;
    }

    /** Unlike libvirt, which counts to 15, QEMU has few numbers on an old SCSI controller. */
    private void checkTarget(Drive drive) {
        int controller = drive.address().controller();
        int highest = draft.buses().highestTarget(controller);
        boolean old = drive.bus().equals("scsi") && !draft.buses().hasUnits(controller);
        if (old && drive.address().unit() > highest && !draft.hasFinding(TOO_HIGH)) {
            draft.finding(
                    XmlPlace.of(drive.element()),
                    TOO_HIGH,
                    drive.target(),
                    drive.address().unit(),
                    controller,
                    highest);
        }
    }

    /** QEMU refuses IDE and SATA disks that the guest may not write to, as libvirt does. */
    public void checkReadOnly(Drive drive) {
        boolean ata = drive.bus().equals("ide") || drive.bus().equals("sata");
        if (ata && !drive.isWritable() && DriveSource.device(drive.element()).equals("disk")) {
            draft.finding(
                    XmlPlace.of(drive.element().child("readonly").orElse(drive.element())),
                    "disk-read-only-refused",
                    drive.target());
        }
    }

    private boolean isOnScsi(DriveAddress address) {
        if (draft.buses().hasUnits(address.controller())) {
            return isBetween(
                    address.target(), address.unit(), HIGHEST_VIRTIO_TARGET, HIGHEST_VIRTIO_UNIT);
        }
        return address.target() == 0 && address.unit() <= HIGHEST_WIDE_UNIT;
    }

    private static boolean isBetween(int first, int second, int highestFirst, int highestSecond) {
        return first <= highestFirst && second <= highestSecond;
    }

    private boolean take(String type, int controller, int target, int unit) {
        return draft.buses().take(type + " drive " + controller + ":" + target + ":" + unit);
    }

    private void refuse(Drive drive) {
        Element disk = drive.element();
        DriveAddress address = drive.address();
        draft.finding(
                XmlPlace.of(disk.child("address").orElse(disk)),
                "drive-address-unusable",
                drive.target().isEmpty() ? disk.path() : drive.target(),
                drive.bus().toUpperCase(Locale.ROOT),
                address.controller(),
                address.unit());
    }
}
