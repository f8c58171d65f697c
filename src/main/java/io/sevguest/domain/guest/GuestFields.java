package io.sevguest.domain.guest;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Fields;
import io.sevguest.domain.MemorySize;
import io.sevguest.domain.Toggle;
import java.util.List;
import java.util.Optional;

/** The fields of a guest's name, size, processor and features. */
public final class GuestFields {
    public static final Field<DomainXml, String> NAME = Fields.text("guest.name", "name");
    public static final Field<DomainXml, String> TITLE = Fields.text("guest.title", "title");
    public static final Field<DomainXml, String> DESCRIPTION =
            Fields.text("guest.description", "description");
    public static final Field<DomainXml, String> UUID = Fields.text("guest.uuid", "uuid");

    /** The hypervisor, such as {@code kvm} or {@code qemu}. */
    public static final Field<DomainXml, String> TYPE = Fields.attribute("guest.type", "", "type");

    public static final Field<DomainXml, Optional<MemorySize>> MEMORY =
            Fields.memory("guest.memory", "memory");
    public static final Field<DomainXml, Optional<MemorySize>> CURRENT_MEMORY =
            Fields.memory("guest.currentMemory", "currentMemory");
    public static final Field<DomainXml, Optional<MemorySize>> HARD_LIMIT =
            Fields.memory("guest.hardLimit", "memtune/hard_limit");

    /** Locks the guest's memory into the host's. */
    public static final Field<DomainXml, Boolean> MEMORY_LOCKED =
            Fields.present("guest.memoryLocked", "memoryBacking/locked");

    public static final Field<DomainXml, String> VCPUS = Fields.text("guest.vcpus", "vcpu");
    public static final Field<DomainXml, Optional<CpuTopology>> TOPOLOGY =
            Fields.of("guest.topology", CpuTopology::of, CpuTopology::with);
    public static final Field<DomainXml, String> CPU_MODE =
            Fields.attribute("guest.cpuMode", "cpu", "mode");
    public static final Field<DomainXml, String> CPU_MODEL =
            Fields.textBesideAttributes("guest.cpuModel", "cpu/model");
    public static final Field<DomainXml, String> ARCH =
            Fields.attribute("guest.arch", "os/type", "arch");
    public static final Field<DomainXml, String> MACHINE =
            Fields.attribute("guest.machine", "os/type", "machine");

    public static final Field<DomainXml, Boolean> ACPI =
            Fields.present("guest.acpi", "features/acpi");
    public static final Field<DomainXml, Boolean> APIC =
            Fields.present("guest.apic", "features/apic");
    public static final Field<DomainXml, Boolean> PAE = Fields.present("guest.pae", "features/pae");
    public static final Field<DomainXml, Toggle> SMM = Fields.state("guest.smm", "features/smm");
    public static final Field<DomainXml, Toggle> VMPORT =
            Fields.state("guest.vmport", "features/vmport");

    public static final Field<DomainXml, String> CLOCK_OFFSET =
            Fields.attribute("guest.clockOffset", "clock", "offset");
    public static final Field<DomainXml, String> ON_POWEROFF =
            Fields.text("guest.onPoweroff", "on_poweroff");
    public static final Field<DomainXml, String> ON_REBOOT =
            Fields.text("guest.onReboot", "on_reboot");
    public static final Field<DomainXml, String> ON_CRASH =
            Fields.text("guest.onCrash", "on_crash");

    private GuestFields() {}

    public static List<Field<DomainXml, ?>> all() {
        return List.of(
                NAME,
                TITLE,
                DESCRIPTION,
                UUID,
                TYPE,
                MEMORY,
                CURRENT_MEMORY,
                HARD_LIMIT,
                MEMORY_LOCKED,
                VCPUS,
                TOPOLOGY,
                CPU_MODE,
                CPU_MODEL,
                ARCH,
                MACHINE,
                ACPI,
                APIC,
                PAE,
                SMM,
                VMPORT,
                CLOCK_OFFSET,
                ON_POWEROFF,
                ON_REBOOT,
                ON_CRASH);
    }
}
