package io.sevguest.ui.page;

import io.sevguest.domain.guest.GuestFields;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import java.util.List;

/** The page for the guest's name, description, memory, processors and machine. */
public final class GuestPage extends FormPage implements Page {
    private static final List<String> ENDS = List.of("", "destroy", "restart", "preserve");

    public GuestPage(GuestModel guest, FieldFocus focus, Texts texts) {
        super(guest, focus, texts);
        section("guest.section.identity");
        text(GuestFields.NAME);
        text(GuestFields.TITLE);
        text(GuestFields.DESCRIPTION);
        text(GuestFields.UUID);
        section("guest.section.machine");
        choice(GuestFields.TYPE, List.of("kvm", "qemu"));
        choice(GuestFields.ARCH, List.of("x86_64"));
        choice(GuestFields.MACHINE, List.of("q35", "pc"));
        section("guest.section.memory");
        memory(GuestFields.MEMORY);
        memory(GuestFields.CURRENT_MEMORY);
        memory(GuestFields.HARD_LIMIT);
        check(GuestFields.MEMORY_LOCKED);
        section("guest.section.processors");
        text(GuestFields.VCPUS);
        choice(
                GuestFields.CPU_MODE,
                List.of("", "host-passthrough", "host-model", "maximum", "custom"));
        text(GuestFields.CPU_MODEL);
        section("guest.section.features");
        check(GuestFields.ACPI);
        check(GuestFields.APIC);
        check(GuestFields.PAE);
        toggle(GuestFields.SMM);
        toggle(GuestFields.VMPORT);
        section("guest.section.events");
        choice(GuestFields.ON_POWEROFF, ENDS);
        choice(GuestFields.ON_REBOOT, ENDS);
        choice(GuestFields.ON_CRASH, ENDS);
        fill();
    }
}
