package io.sevguest.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.XmlEncoding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DisksTest {
    private static final String ONE_DISK =
            """
            <domain type='kvm'>
              <name>a</name>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2' cache='none'/>
                  <source file='/a b.qcow2'/>
                  <target dev='vda' bus='virtio'/>
                  <boot order='1'/>
                  <address type='pci' slot='0x04'/>
                </disk>
                <serial type='pty'/>
              </devices>
            </domain>
            """;

    private static DomainXml domain() {
        return (DomainXml) DomainText.ofText(ONE_DISK, XmlEncoding.UTF_8);
    }

    @Test
    void readsADisk() {
        Disk disk = Disks.of(domain()).get(0);
        assertThat(disk.source()).isEqualTo("/a b.qcow2");
        assertThat(disk.format()).isEqualTo("qcow2");
        assertThat(disk.bus()).isEqualTo("virtio");
        assertThat(disk.bootOrder()).isEqualTo("1");
    }

    @Test
    void addsADiskUnderTheNextNameAndTakesItAwayWithoutTrace() {
        DomainXml more = Disks.withDisk(domain(), "/dev/vg/data");
        assertThat(more.text())
                .contains(
                        """
                            </disk>
                            <disk type='block' device='disk'>
                              <driver name='qemu' type='raw'/>
                              <source dev='/dev/vg/data'/>
                              <target dev='vdb' bus='virtio'/>
                            </disk>
                            <serial\
                        """);
        assertThat(Disks.without(more, Disks.of(more).get(1)).text()).isEqualTo(ONE_DISK);
    }

    @Test
    void addsACdromWithoutAMedium() {
        DomainXml more = Disks.withCdrom(domain(), "");
        Disk cdrom = Disks.of(more).get(1);
        assertThat(cdrom.device()).isEqualTo("cdrom");
        assertThat(cdrom.target()).isEqualTo("sda");
        assertThat(cdrom.readonly()).isTrue();
        DomainXml loaded = Disks.withSource(more, cdrom, "/x.iso");
        assertThat(Disks.of(loaded).get(1).source()).isEqualTo("/x.iso");
        assertThat(Disks.withSource(loaded, Disks.of(loaded).get(1), "")).isEqualTo(more);
    }

    @Test
    void aBlockDeviceChangesTheTypeToo() {
        DomainXml before = domain();
        DomainXml edited = Disks.withSource(before, Disks.of(before).get(0), "/dev/sdb");
        assertThat(edited.text())
                .isEqualTo(
                        ONE_DISK.replace("disk type='file'", "disk type='block'")
                                .replace("file='/a b.qcow2'", "dev='/dev/sdb'"));
    }

    @Test
    void addsAndRemovesAnInterface() {
        DomainXml more = NetworkInterfaces.with(domain(), "bridge", "br0");
        assertThat(NetworkInterfaces.of(more).get(0).source()).isEqualTo("br0");
        assertThat(NetworkInterfaces.without(more, NetworkInterfaces.of(more).get(0)).text())
                .isEqualTo(ONE_DISK);
    }

    @Test
    void tellsAttributesFromTheTextBehindThem() throws Exception {
        String rng = "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>";
        String xml = "<domain><name>g</name><devices>" + rng + "</devices></domain>";
        DomainXml domain = DomainXml.parse("g", Bytes.of(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(Devices.of(domain).get(0).summary())
                .isEqualTo("model=virtio; backend model=random /dev/urandom");
    }

    @Test
    void listsAllDevices() {
        assertThat(Devices.of(domain()))
                .extracting(Devices.Device::summary)
                .containsExactly(
                        "/usr/bin/qemu-system-x86_64",
                        "type=file device=disk; driver name=qemu type=qcow2 cache=none;"
                                + " source file=/a b.qcow2; target dev=vda bus=virtio; boot order=1",
                        "type=pty");
    }
}
