package io.sevguest.qemu.firmware;

import io.sevguest.domain.DomainXml;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.qemu.QemuVersion;
import java.util.HashSet;
import java.util.Set;

/**
 * The requirements of a domain on UEFI firmware.
 *
 * @param machine full machine type, such as {@code pc-q35-7.2}
 * @param loader path of the wanted image; empty where any will do
 * @param loaderType {@code pflash}, {@code rom} or empty
 * @param format of the image; empty where any will do
 * @param smm {@code on}, {@code off} or empty
 * @param secureLoader whether writing is restricted to SMM: yes, no or empty
 * @param stateless yes, no or empty
 * @param secureBoot whether that feature is wanted: yes, no or empty
 * @param enrolledKeys the same for keys in the variable store
 * @param needed features without which it does not work
 */
public record FirmwareWish(
        String architecture,
        String machine,
        String loader,
        String loaderType,
        String format,
        String smm,
        String secureLoader,
        String stateless,
        String secureBoot,
        String enrolledKeys,
        Set<String> needed) {
    private static final String SEV_ES = "amd-sev-es";

    /**
     * Reads the wish.
     *
     * @param withSecurity whether the firmware must also be made for the domain's launch security
     */
    public static FirmwareWish of(DomainXml domain, QemuVersion version, boolean withSecurity) {
        String architecture = domain.attributeAt("os/type", "arch");
        Set<String> needed = new HashSet<>(sleep(domain));
        if (withSecurity) {
            needed.addAll(security(domain));
        }
        return new FirmwareWish(
                architecture.isEmpty() ? "x86_64" : architecture,
                canonical(domain.attributeAt("os/type", "machine"), version),
                domain.textAt("os/loader"),
                domain.attributeAt("os/loader", "type"),
                domain.attributeAt("os/loader", "format"),
                domain.attributeAt("features/smm", "state"),
                domain.attributeAt("os/loader", "secure"),
                domain.attributeAt("os/loader", "stateless"),
                feature(domain, "secure-boot"),
                feature(domain, "enrolled-keys"),
                needed);
    }

    /**
     * The same without what descriptors do not always promise of an image that can do it: SEV-ES,
     * and to be used without a variable store.
     */
    FirmwareWish withoutRarePromises() {
        Set<String> fewer = new HashSet<>(needed);
        fewer.remove(SEV_ES);
        return new FirmwareWish(
                architecture,
                machine,
                loader,
                loaderType,
                format,
                smm,
                secureLoader,
                "",
                secureBoot,
                enrolledKeys,
                fewer);
    }

    /** The versioned name behind an alias, as QEMU resolves it. */
    private static String canonical(String machine, QemuVersion version) {
        return switch (machine) {
            case "q35" -> "pc-q35-" + version.toText();
            case "pc", "" -> "pc-i440fx-" + version.toText();
            default -> machine;
        };
    }

    private static Set<String> sleep(DomainXml domain) {
        Set<String> needed = new HashSet<>();
        if (domain.attributeAt("pm/suspend-to-mem", "enabled").equals("yes")) {
            needed.add("acpi-s3");
        }
        if (domain.attributeAt("pm/suspend-to-disk", "enabled").equals("yes")) {
            needed.add("acpi-s4");
        }
        return needed;
    }

    private static Set<String> security(DomainXml domain) {
        return switch (domain.attributeAt("launchSecurity", "type")) {
            case "sev-snp" -> Set.of("amd-sev-snp");
            case "sev" ->
                    new PolicyText(domain.textAt("launchSecurity/policy"))
                                    .value()
                                    .filter(policy -> policy.has(SevPolicy.Flag.ES))
                                    .isPresent()
                            ? Set.of("amd-sev", SEV_ES)
                            : Set.of("amd-sev");
            default -> Set.of();
        };
    }

    private static String feature(DomainXml domain, String name) {
        return domain.all("os/firmware/feature").stream()
                .filter(feature -> feature.attribute("name").equals(name))
                .map(feature -> feature.attribute("enabled"))
                .findFirst()
                .orElse("");
    }
}
