package io.sevguest.qemu.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.qemu.Domains;
import io.sevguest.qemu.FirmwareDescriptor;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.StartMode;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that firmware is chosen as by libvirt's qemuFirmwareMatchDomain. */
class FirmwareMatchTest {
    private static final FirmwareDescriptor SECURE =
            descriptor(
                    "40-secure.json",
                    split("/fw/secure.fd"),
                    "requires-smm",
                    "secure-boot",
                    "enrolled-keys",
                    "amd-sev",
                    "acpi-s3");
    private static final FirmwareDescriptor PLAIN =
            descriptor("60-plain.json", split("/fw/plain.fd"), "amd-sev", "acpi-s3");
    private static final FirmwareDescriptor STATELESS =
            descriptor(
                    "70-stateless.json",
                    new FirmwareDescriptor.Flash(
                            FirmwareDescriptor.FlashMode.STATELESS,
                            new FirmwareDescriptor.Image("/fw/stateless.fd", "raw"),
                            Optional.empty()),
                    "amd-sev",
                    "amd-sev-es");
    private static final FirmwareDescriptor ROM =
            descriptor("80-rom.json", new FirmwareDescriptor.Memory("/fw/rom.fd"), "amd-sev-snp");
    private static final List<FirmwareDescriptor> ALL = List.of(SECURE, PLAIN, STATELESS, ROM);

    private static FirmwareDescriptor.Flash split(String file) {
        return new FirmwareDescriptor.Flash(
                FirmwareDescriptor.FlashMode.SPLIT,
                new FirmwareDescriptor.Image(file, "raw"),
                Optional.of(new FirmwareDescriptor.Image("/fw/vars.fd", "raw")));
    }

    private static FirmwareDescriptor descriptor(
            String name, FirmwareDescriptor.Mapping mapping, String... features) {
        return new FirmwareDescriptor(
                name,
                "",
                Set.of("uefi"),
                mapping,
                List.of(new FirmwareDescriptor.Target("x86_64", List.of("pc-q35-*"))),
                Set.of(features));
    }

    private static String chosen(String inside) {
        return chosen("<type arch='x86_64' machine='q35'>hvm</type>", inside);
    }

    private static String chosen(String os, String inside) {
        var domain =
                Domains.of("<domain><os firmware='efi'>" + os + "</os>" + inside + "</domain>");
        var wish = FirmwareWish.of(domain, new QemuVersion(7, 2), true);
        return new FirmwareMatch(wish).first(ALL).map(FirmwareDescriptor::name).orElse("none");
    }

    @Test
    void anImageIsNamedWhereNoDescriptorPromisesSevEs() {
        DomainXml created = GuestTemplate.SEV_ES.create(new UUID(1, 2));
        QemuTarget debian =
                QemuTarget.of("qemu", new QemuVersion(7, 2))
                        .withFirmware(List.of(SECURE, PLAIN))
                        .withMode(StartMode.USUAL);
        var files = new LaunchFiles("u", Path.of("/run/u"), false);
        Finding finding =
                CommandWriter.of(created, debian, files).findings().stream()
                        .filter(it -> it.id().equals("firmware-not-found"))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.fix()).endsWith("Name the image plain.fd.");
        DomainXml named = finding.action().orElseThrow().edit().apply(created);
        assertThat(named.text())
                .contains(
                        "<os>\n",
                        "    <loader readonly='yes' type='pflash'>/fw/plain.fd</loader>\n"
                                + "    <nvram template='/fw/vars.fd'/>\n");
        assertThat(CommandWriter.of(named, debian, files).findings()).isEmpty();
        assertThat(FirmwareFix.of(named, debian)).isEmpty();
    }

    @Test
    void aStatelessImageIsNamedWithoutAVariableStore() {
        DomainXml domain =
                Domains.of(
                        "<domain><os firmware='efi'><type machine='q35'>hvm</type>"
                                + "<loader stateless='yes'/></os></domain>");
        QemuTarget target =
                QemuTarget.of("qemu", new QemuVersion(7, 2)).withFirmware(List.of(PLAIN));
        DomainXml named = FirmwareFix.of(domain, target).orElseThrow().edit().apply(domain);
        assertThat(named.text())
                .contains("<loader stateless='yes' readonly='yes' type='pflash'>/fw/plain.fd<")
                .doesNotContain("nvram");
    }

    @Test
    void noImageIsNamedForWhatNoneCanDo() {
        DomainXml snp =
                Domains.of(
                        "<domain><os firmware='efi'><type machine='q35'>hvm</type></os>"
                                + "<launchSecurity type='sev-snp'/></domain>");
        QemuTarget target =
                QemuTarget.of("qemu", new QemuVersion(9, 2)).withFirmware(List.of(PLAIN));
        assertThat(FirmwareFix.of(snp, target)).isEmpty();
        assertThat(FirmwareFix.of(snp, target.withFirmware(List.of()))).isEmpty();
    }

    @Test
    void theFirstThatFitsIsTaken() {
        assertThat(chosen("")).isEqualTo("40-secure.json");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    <features><smm state='off'/></features>, 60-plain.json
                    <features><smm state='on'/></features>, 40-secure.json
                    <pm><suspend-to-mem enabled='yes'/></pm>, 40-secure.json
                    <pm><suspend-to-disk enabled='yes'/></pm>, none
                    <launchSecurity type='sev'><policy>0x3</policy></launchSecurity>, 40-secure.json
                    <launchSecurity type='sev'><policy>0x7</policy></launchSecurity>, none
                    <launchSecurity type='sev-snp'><policy>0x30000</policy></launchSecurity>, 80-rom.json
                    """)
    void theRestOfTheDomainCounts(String inside, String name) {
        assertThat(chosen(inside)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    <loader secure='no'/>, 60-plain.json
                    <loader secure='yes'/>, 40-secure.json
                    <loader stateless='yes'/>, 70-stateless.json
                    <loader type='rom'/>, 80-rom.json
                    <loader>/fw/plain.fd</loader>, 60-plain.json
                    <loader>/fw/other.fd</loader>, none
                    <loader format='qcow2' type='pflash'/>, none
                    <firmware><feature name='secure-boot' enabled='no'/></firmware>, 60-plain.json
                    <firmware><feature name='enrolled-keys' enabled='yes'/></firmware>, 40-secure.json
                    """)
    void theLoaderAndItsFeaturesCount(String inside, String name) {
        assertThat(chosen("<type arch='x86_64' machine='pc-q35-6.0'>hvm</type>" + inside, ""))
                .isEqualTo(name);
    }

    @Test
    void anotherMachineFindsNothing() {
        assertThat(chosen("<type arch='x86_64' machine='pc'>hvm</type>", "")).isEqualTo("none");
        assertThat(chosen("<type arch='aarch64' machine='virt'>hvm</type>", "")).isEqualTo("none");
    }

    @Test
    void aRefusalSaysWhy() {
        var domain =
                Domains.of(
                        "<domain><os firmware='efi'><type machine='q35'>hvm</type></os>"
                                + "<launchSecurity type='sev'><policy>0x7</policy></launchSecurity></domain>");
        var match = new FirmwareMatch(FirmwareWish.of(domain, new QemuVersion(7, 2), true));
        assertThat(match.refusal(PLAIN)).contains("lacks the feature amd-sev-es");
        assertThat(match.refusal(STATELESS)).contains("has no variable store beside it");
    }

    @Test
    void globsAreAnchored() {
        assertThat(FirmwareMatch.matches("pc-q35-*", "pc-q35-7.2")).isTrue();
        assertThat(FirmwareMatch.matches("pc-q35-*", "xpc-q35-7.2")).isFalse();
        assertThat(FirmwareMatch.matches("pc-q35-?.2", "pc-q35-7.2")).isTrue();
        assertThat(FirmwareMatch.matches("pc.q35", "pc-q35")).isFalse();
    }
}
