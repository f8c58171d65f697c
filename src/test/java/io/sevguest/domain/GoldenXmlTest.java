package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.document.Field;
import io.sevguest.domain.device.Disks;
import io.sevguest.domain.device.NetworkInterfaces;
import io.sevguest.domain.guest.CpuTopology;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of setting each field in a hand-written file. The files ending in {@code -out.xml} are
 * written with {@code -Dgolden.write=true} and reviewed; otherwise a missing one fails the test.
 */
class GoldenXmlTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/xml");

    /** The edits of one case, with the ids of the fields that they set. */
    private static final class Edits {
        private final List<UnaryOperator<DomainXml>> edits = new ArrayList<>();
        private final Set<String> ids = new TreeSet<>();

        <V> Edits set(Field<DomainXml, V> field, V value) {
            ids.add(field.id());
            edits.add(
                    domain -> {
                        DomainXml edited = field.with().apply(domain, value);
                        assertThat(field.get().apply(edited)).as(field.id()).isEqualTo(value);
                        return edited;
                    });
            return this;
        }

        Edits then(UnaryOperator<DomainXml> edit) {
            edits.add(edit);
            return this;
        }

        DomainXml applyTo(DomainXml domain) {
            DomainXml edited = domain;
            for (UnaryOperator<DomainXml> edit : edits) {
                edited = edit.apply(edited);
            }
            return edited;
        }
    }

    private static final Map<String, Edits> CASES = cases();

    private static Map<String, Edits> cases() {
        Map<String, Edits> cases = new LinkedHashMap<>();
        cases.put("guest", guest());
        cases.put("guest-features", guestFeatures());
        cases.put("firmware", firmware());
        cases.put("firmware-unset", firmwareUnset());
        cases.put("launch-security-new", launchSecurity());
        cases.put("launch-security-present", launchSecurity());
        cases.put("policy-bits", policyBits());
        cases.put("modernized", new Edits().then(LaunchSecurityFields::modernized));
        cases.put("devices", devices());
        return cases;
    }

    private static Edits guest() {
        return new Edits()
                .set(GuestFields.NAME, "db <1>")
                .set(GuestFields.TITLE, "Datenbank für \"alle\"")
                .set(GuestFields.DESCRIPTION, "two\nlines")
                .set(GuestFields.UUID, "c7a5fdbd-edaf-9455-926a-d65c16db1809")
                .set(GuestFields.TYPE, "qemu")
                .set(GuestFields.MEMORY, Optional.of(new MemorySize(4, MemorySize.Unit.GIB)))
                .set(
                        GuestFields.CURRENT_MEMORY,
                        Optional.of(new MemorySize(4194304, MemorySize.Unit.KIB)))
                .set(GuestFields.HARD_LIMIT, Optional.of(new MemorySize(5, MemorySize.Unit.GIB)))
                .set(GuestFields.MEMORY_LOCKED, true)
                .set(GuestFields.VCPUS, "8")
                .set(GuestFields.TOPOLOGY, Optional.of(new CpuTopology(1, 2, 2, 2)))
                .set(GuestFields.CPU_MODE, "custom")
                .set(GuestFields.CPU_MODEL, "EPYC-Rome");
    }

    private static Edits guestFeatures() {
        return new Edits()
                .set(GuestFields.ARCH, "x86_64")
                .set(GuestFields.MACHINE, "q35")
                .set(GuestFields.ACPI, true)
                .set(GuestFields.APIC, false)
                .set(GuestFields.PAE, true)
                .set(GuestFields.SMM, Toggle.NO)
                .set(GuestFields.VMPORT, Toggle.NO)
                .set(GuestFields.CLOCK_OFFSET, "utc")
                .set(GuestFields.ON_POWEROFF, "destroy")
                .set(GuestFields.ON_REBOOT, "destroy")
                .set(GuestFields.ON_CRASH, "destroy");
    }

    private static Edits firmware() {
        return new Edits()
                .set(FirmwareFields.FIRMWARE, "efi")
                .set(FirmwareFields.LOADER, "/usr/share/OVMF/OVMF_CODE.fd")
                .set(FirmwareFields.LOADER_TYPE, "pflash")
                .set(FirmwareFields.LOADER_READONLY, Toggle.YES)
                .set(FirmwareFields.LOADER_SECURE, Toggle.NO)
                .set(FirmwareFields.LOADER_STATELESS, Toggle.NO)
                .set(FirmwareFields.NVRAM, "/var/lib/libvirt/qemu/nvram/a b.fd")
                .set(FirmwareFields.NVRAM_TEMPLATE, "/usr/share/OVMF/OVMF_VARS.fd")
                .set(FirmwareFields.KERNEL, "/boot/vmlinuz")
                .set(FirmwareFields.INITRD, "/boot/initrd.img")
                .set(FirmwareFields.CMDLINE, "console=ttyS0 quiet=\"yes\"")
                .set(FirmwareFields.BOOT_DEVICES, List.of("cdrom", "hd", "network"))
                .set(FirmwareFields.BOOT_MENU, Toggle.YES);
    }

    private static Edits firmwareUnset() {
        return new Edits()
                .set(FirmwareFields.FIRMWARE, "")
                .set(FirmwareFields.LOADER, "")
                .set(FirmwareFields.LOADER_SECURE, Toggle.UNSET)
                .set(FirmwareFields.NVRAM, "")
                .set(FirmwareFields.KERNEL, "")
                .set(FirmwareFields.BOOT_DEVICES, List.of("hd"))
                .set(FirmwareFields.BOOT_MENU, Toggle.UNSET);
    }

    private static Edits launchSecurity() {
        return new Edits()
                .set(LaunchSecurityFields.TYPE, LaunchSecurityType.SEV_ES)
                .set(LaunchSecurityFields.POLICY, Optional.of(new SevPolicy(0x27)))
                .set(LaunchSecurityFields.CBITPOS, "51")
                .set(LaunchSecurityFields.REDUCED_PHYS_BITS, "1")
                .set(LaunchSecurityFields.KERNEL_HASHES, Toggle.YES)
                .set(LaunchSecurityFields.DH_CERT, "QUJD")
                .set(LaunchSecurityFields.SESSION, "REVG");
    }

    private static Edits policyBits() {
        var edits = new Edits().set(LaunchSecurityFields.POLICY_TEXT, "0");
        for (SevPolicy.Flag flag : SevPolicy.Flag.values()) {
            edits.set(LaunchSecurityFields.flag(flag), flag != SevPolicy.Flag.ES);
        }
        return edits.set(LaunchSecurityFields.API_MAJOR, 1).set(LaunchSecurityFields.API_MINOR, 51);
    }

    private static Edits devices() {
        return new Edits()
                .then(domain -> Disks.withDisk(domain, "/dev/vg/data"))
                .then(domain -> Disks.withCdrom(domain, "/iso/debian & co.iso"))
                .then(domain -> Disks.withSource(domain, Disks.of(domain).get(0), "/dev/vg/root"))
                .then(domain -> NetworkInterfaces.with(domain, "network", "default"));
    }

    static Set<String> names() {
        return CASES.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void editsAsLookedAt(String name) throws IOException, ProblemException {
        Path in = FOLDER.resolve(name + "-in.xml");
        Path out = FOLDER.resolve(name + "-out.xml");
        DomainXml before = DomainXml.parse(in.toString(), Bytes.of(Files.readAllBytes(in)));
        Bytes after = CASES.get(name).applyTo(before).toBytes();
        if (Boolean.getBoolean("golden.write")) {
            Files.write(out, after.toArray());
        }
        assertThat(out).exists();
        assertThat(new String(after.toArray(), before.encoding().charset()))
                .isEqualTo(Files.readString(out, before.encoding().charset()));
    }

    @Test
    void everyFieldAppearsInACase() {
        Set<String> set = new TreeSet<>();
        CASES.values().forEach(edits -> set.addAll(edits.ids));
        List<Field<DomainXml, ?>> all = new ArrayList<>(GuestFields.all());
        all.addAll(FirmwareFields.all());
        all.addAll(LaunchSecurityFields.all());
        assertThat(all).extracting(Field::id).doesNotHaveDuplicates().isSubsetOf(set);
    }
}
