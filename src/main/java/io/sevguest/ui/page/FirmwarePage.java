package io.sevguest.ui.page;

import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.ui.form.FileQuestion;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.TextBinding;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page for the guest's boot: firmware, its variables, a kernel, and the boot order. */
public final class FirmwarePage extends FormPage implements Page {
    public FirmwarePage(GuestModel guest, FieldFocus focus, Texts texts, FileQuestion files) {
        super(guest, focus, texts);
        section("firmware.section.firmware");
        note("firmware.note");
        choice(FirmwareFields.FIRMWARE, List.of("", "efi", "bios"));
        file(FirmwareFields.LOADER, files);
        choice(FirmwareFields.LOADER_TYPE, List.of("", "pflash", "rom"));
        toggle(FirmwareFields.LOADER_READONLY);
        toggle(FirmwareFields.LOADER_SECURE);
        toggle(FirmwareFields.LOADER_STATELESS);
        file(FirmwareFields.NVRAM, files);
        file(FirmwareFields.NVRAM_TEMPLATE, files);
        section("firmware.section.kernel");
        file(FirmwareFields.KERNEL, files);
        file(FirmwareFields.INITRD, files);
        text(FirmwareFields.CMDLINE);
        section("firmware.section.boot");
        bootDevices();
        toggle(FirmwareFields.BOOT_MENU);
        fill();
    }

    private void bootDevices() {
        var field = FirmwareFields.BOOT_DEVICES;
        var binding =
                new TextBinding(
                        field.id(),
                        guest(),
                        domain -> String.join(", ", field.get().apply(domain)),
                        words -> Optional.of(domain -> field.with().apply(domain, names(words))));
        row(field.id(), binding.component(), binding::fill);
    }

    private static List<String> names(String words) {
        return Stream.of(words.split("[,\\s]+")).filter(name -> !name.isEmpty()).toList();
    }
}
