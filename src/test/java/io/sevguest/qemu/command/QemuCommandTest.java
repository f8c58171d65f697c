package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.problem.Severity;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.Domains;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.ObjectNotation;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.StartMode;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QemuCommandTest {
    /**
     * A limit in nanoseconds: a hundred times the usual time, but less than that of a quadratic
     * algorithm.
     */
    private static final long FAR_TOO_LONG = 1_500_000_000L;

    private static final LaunchFiles FILES =
            new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", Path.of("/run/guest"), false);

    private static QemuTarget target(String version) {
        return QemuTarget.of("qemu-system-x86_64", QemuVersion.parse(version).orElseThrow());
    }

    private static DomainXml sev(String attributes, String inside) {
        return Domains.of(
                "<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory>"
                        + "<os><type arch='x86_64' machine='q35'>hvm</type></os>"
                        + "<launchSecurity type='sev'"
                        + attributes
                        + ">"
                        + inside
                        + "</launchSecurity></domain>");
    }

    private static String value(QemuCommand command, String option) {
        return command.arguments().stream()
                .filter(it -> it.option().equals(option))
                .map(QemuArgument::value)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "2.12, memory-encryption=lsec0",
        "5.2, memory-encryption=lsec0",
        "6.0, confidential-guest-support=lsec0",
        "10.0, confidential-guest-support=lsec0"
    })
    void theMachineRefersToTheObjectAsItsVersionWants(String version, String part) {
        var command = CommandWriter.of(sev("", "<policy>0x1</policy>"), target(version), FILES);
        assertThat(value(command, "-machine")).endsWith("," + part);
    }

    @Test
    void thereIsOneMachineArgument() {
        var command = CommandWriter.of(sev("", "<policy>0x1</policy>"), target("7.2"), FILES);
        assertThat(command.toArgs()).containsOnlyOnce("-machine");
    }

    @ParameterizedTest
    @CsvSource({"0x0, 0x0", "0, 0x0", "10, 0x10", "0xffffffff, 0xffffffff"})
    void thePolicyIsAlwaysThere(String written, String sent) {
        var command =
                CommandWriter.of(sev("", "<policy>" + written + "</policy>"), target("7.2"), FILES);
        assertThat(value(command, "-object")).contains(",policy=" + sent);
    }

    @Test
    void aMissingPolicyIsSentAsAssumed() {
        var command = CommandWriter.of(sev("", ""), target("7.2"), FILES);
        assertThat(value(command, "-object")).contains(",policy=0x1");
        assertThat(command.assumed()).extracting(Assumption::what).contains("policy");
    }

    @ParameterizedTest
    @CsvSource({"6.2, true", "6.1, false", "2.12, false"})
    void kernelHashesNeedQemu62(String version, boolean known) {
        var command =
                CommandWriter.of(
                        sev(" kernelHashes='yes'", "<policy>0x1</policy>"), target(version), FILES);
        assertThat(value(command, "-object").contains("kernel-hashes=on")).isEqualTo(known);
        assertThat(
                        command.findings().stream()
                                .map(Finding::id)
                                .toList()
                                .contains("kernel-hashes-unknown"))
                .isEqualTo(!known);
    }

    @Test
    void jsonIsWrittenFromQemu60Only() {
        DomainXml domain = sev("", "<policy>0x1</policy>");
        QemuTarget json = target("6.0").withNotation(ObjectNotation.JSON);
        assertThat(value(CommandWriter.of(domain, json, FILES), "-object"))
                .startsWith("{\"qom-type\":\"sev-guest\",\"id\":\"lsec0\",");
        QemuTarget old = target("5.2").withNotation(ObjectNotation.JSON);
        assertThat(value(CommandWriter.of(domain, old, FILES), "-object")).startsWith("sev-guest,");
    }

    @Test
    void noMemoryIsAnError() {
        var command =
                CommandWriter.of(
                        Domains.of("<domain><memory>0</memory></domain>"), target("7.2"), FILES);
        assertThat(command.findings()).extracting(Finding::id).contains("memory-unusable");
        assertThat(command.findings()).extracting(Finding::where).contains("guest.memory");
        assertThat(command.toArgs()).doesNotContain("-m");
    }

    @Test
    void soundCardsAreSilentAndNodesHaveTheirMemory() {
        var domain =
                Domains.of(
                        "<domain><memory unit='MiB'>64</memory><vcpu>4</vcpu><cpu><numa>"
                                + "<cell id='0' cpus='0-1' memory='32' unit='MiB'/>"
                                + "<cell id='1' cpus='2,3' memory='32' unit='MiB'/></numa></cpu>"
                                + "<devices><sound model='ich6'/><sound model='sb16'/></devices>"
                                + "</domain>");
        var command = CommandWriter.of(domain, target("7.2"), FILES);
        assertThat(command.toArgs())
                .containsSubsequence(
                        "memory-backend-ram,id=ram-node1,size=32M",
                        "-numa",
                        "node,nodeid=1,cpus=2,cpus=3,memdev=ram-node1")
                .containsSubsequence("-audiodev", "none,id=silent")
                .contains("hda-duplex,id=sound0-codec0,bus=sound0.0,cad=0,audiodev=silent");
        assertThat(command.omitted())
                .extracting(Omission::xpath)
                .containsExactly("/domain/devices/sound[2]");
    }

    @Test
    void aNodeThatQemuWouldRefuseLeavesAllNodesOut() {
        for (String wrong : new String[] {"0-4", "x", "3-2", "^1"}) {
            var domain =
                    Domains.of(
                            "<domain><memory unit='MiB'>64</memory><vcpu>4</vcpu><cpu><numa>"
                                    + "<cell cpus='%s' memory='64' unit='MiB'/></numa></cpu></domain>"
                                            .formatted(wrong));
            var command = CommandWriter.of(domain, target("7.2"), FILES);
            assertThat(command.toArgs()).as(wrong).doesNotContain("-numa");
            assertThat(command.omitted())
                    .extracting(Omission::xpath)
                    .containsExactly("/domain/cpu/numa");
        }
    }

    @Test
    void whatTheXmlLeavesOutComesFromThePlatformAndIsListed() {
        QemuTarget rome = target("7.2").withPlatform(EpycGeneration.ROME);
        var command = CommandWriter.of(sev("", "<policy>0x1</policy>"), rome, FILES);
        assertThat(value(command, "-object")).contains("cbitpos=47,reduced-phys-bits=1,");
        assertThat(command.assumed())
                .extracting(Assumption::what)
                .contains("cbitpos", "reduced-phys-bits");
    }

    @Test
    void notEncryptedLeavesOutTheObjectAndAllThatRefersToIt() {
        QemuTarget plain = target("7.2").withMode(StartMode.USUAL.withEncrypted(false));
        var command = CommandWriter.of(sev("", "<policy>0x1</policy>"), plain, FILES);
        assertThat(String.join(" ", command.toArgs()))
                .doesNotContain("sev-guest")
                .doesNotContain("lsec0");
        assertThat(command.omitted())
                .extracting(Omission::xpath)
                .contains("/domain/launchSecurity");
    }

    @ParameterizedTest
    @CsvSource({
        "host-passthrough, KVM, host",
        "host-passthrough, TCG, max",
        "host-model, TCG, max",
        "maximum, KVM, max"
    })
    void theProcessorFollowsTheAccelerator(String mode, Accelerator accelerator, String cpu) {
        DomainXml domain = sev("", "").withAttributeAt("cpu", "mode", mode);
        QemuTarget target = target("7.2").withMode(StartMode.USUAL.withAccelerator(accelerator));
        var command = CommandWriter.of(domain, target, FILES);
        assertThat(value(command, "-cpu")).isEqualTo(cpu);
        boolean listed =
                command.omitted().stream().anyMatch(it -> it.xpath().equals("/domain/cpu/@mode"));
        assertThat(listed).isEqualTo(accelerator == Accelerator.TCG);
    }

    @Test
    void aMachineNewerThanQemuIsAFinding() {
        DomainXml domain = sev("", "").withAttributeAt("os/type", "machine", "pc-q35-8.0");
        assertThat(CommandWriter.of(domain, target("7.2"), FILES).findings())
                .filteredOn(it -> it.id().equals("machine-unknown"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.severity()).isEqualTo(Severity.ERROR);
                            assertThat(it.where()).isEqualTo("guest.machine");
                            assertThat(it.xpath()).isEqualTo("/domain/os/type");
                        });
        assertThat(CommandWriter.of(domain, target("8.0"), FILES).findings())
                .extracting(Finding::id)
                .doesNotContain("machine-unknown");
    }

    @Test
    void aMachineThatThisQemuDoesNotListIsAFinding() {
        QemuTarget asked = target("7.2").withMachines(Set.of("pc", "q35"));
        DomainXml domain = sev("", "").withAttributeAt("os/type", "machine", "pc-q35-rhel8.6.0");
        assertThat(CommandWriter.of(domain, asked, FILES).findings())
                .extracting(Finding::id)
                .contains("machine-unknown");
    }

    @Test
    void anArgumentKnowsWhereItComesFrom() {
        DomainXml domain = sev("", "<policy>0x7</policy>");
        QemuArgument object =
                CommandWriter.of(domain, target("7.2"), FILES).arguments().stream()
                        .filter(it -> it.option().equals("-object"))
                        .findFirst()
                        .orElseThrow();
        assertThat(object.origins())
                .filteredOn(it -> it.fieldId().equals("launchSecurity.policy"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.xpath()).isEqualTo("/domain/launchSecurity/policy");
                            assertThat(object.value().substring(it.start(), it.end()))
                                    .isEqualTo("policy=0x7");
                        });
    }

    @ParameterizedTest
    @CsvSource({"pc, virtio, true", "pc, virtio-non-transitional, false", "q35, virtio, false"})
    void anIommuDriverNeedsModernVirtio(String machine, String model, boolean told) {
        DomainXml domain =
                Domains.of(
                        "<domain><os><type machine='"
                                + machine
                                + "'>hvm</type></os><devices><memballoon model='"
                                + model
                                + "'><driver iommu='on'/></memballoon></devices></domain>");
        List<String> ids =
                CommandWriter.of(domain, target("7.2"), FILES).findings().stream()
                        .map(Finding::id)
                        .toList();
        assertThat(ids.contains("virtio-iommu-legacy")).isEqualTo(told);
    }

    @Test
    void aPasswordIsNeverRepeated() {
        DomainXml domain = sev("", "").withAttributeAt("devices/graphics", "passwd", "open sesame");
        var command = CommandWriter.of(domain, target("7.2"), FILES);
        assertThat(command.toShell()).doesNotContain("sesame");
        assertThat(command.omitted().toString()).doesNotContain("sesame");
    }

    @Test
    void aDiskOfAnotherTargetNameStaysInTheDirectory() {
        DomainXml domain =
                Domains.of(
                        "<domain><devices><disk type='file'><source file='/a'/>"
                                + "<target dev='../../etc/x' bus='virtio'/></disk></devices></domain>");
        assertThat(CommandWriter.of(domain, target("7.2"), FILES).overlays())
                .containsExactly(
                        new DiskOverlay(Path.of("/run/guest/disk-number-1.qcow2"), "/a", "raw"));
    }

    @Test
    void aDiskWithoutABusIsOnTheOneThatLibvirtTakes() {
        DomainXml domain =
                Domains.of(
                        "<domain><devices><disk type='file'><source file='/a'/>"
                                + "<target dev='xvda'/></disk></devices></domain>");
        var command = CommandWriter.of(domain, target("7.2"), FILES);
        assertThat(command.omitted())
                .extracting(Omission::reason)
                .contains("An x86_64 QEMU has no disks on the bus 'xen'.");
        assertThat(command.overlays()).isEmpty();
    }

    @Test
    void fiveThousandDisksTakeNoSquareOfTheTime() {
        var text = new StringBuilder("<domain><name>a</name><memory>65536</memory><devices>");
        for (int i = 0; i < 5000; i++) {
            text.append("<disk type='file' device='disk'>")
                    .append("<driver name='qemu' type='qcow2' cache='none' discard='unmap'/>")
                    .append("<source file='/var/lib/libvirt/images/guest-" + i + ".qcow2'/>")
                    .append("<target dev='sd" + letters(i) + "' bus='scsi'/>")
                    .append("<serial>serial-" + i + "</serial></disk>\n");
        }
        DomainXml domain = Domains.of(text + "</devices></domain>");
        QemuTarget target = target("7.2");
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            List<QemuArgument> arguments = CommandWriter.of(domain, target, FILES).arguments();
            best = Math.min(best, System.nanoTime() - start);
            assertThat(arguments).hasSizeGreaterThan(10_000);
        }
        assertThat(best).isLessThan(FAR_TOO_LONG);
    }

    private static String letters(int index) {
        var letters = new StringBuilder();
        for (int i = index + 1; i > 0; i = (i - 1) / 26) {
            letters.insert(0, (char) ('a' + (i - 1) % 26));
        }
        return letters.toString();
    }
}
