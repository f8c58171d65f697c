package io.sevguest.bench;

/** A domain of any size. */
final class SampleDomain {
    private SampleDomain() {}

    static String withDisks(int count) {
        var text =
                new StringBuilder(
                        """
                        <domain type='kvm'>
                          <name>vm</name>
                          <uuid>3f6b2c1a-52b1-4a70-a2ba-4de9d3f2a001</uuid>
                          <memory unit='MiB'>4096</memory>
                          <vcpu>4</vcpu>
                          <os>
                            <type arch='x86_64' machine='q35'>hvm</type>
                          </os>
                          <devices>
                            <controller type='scsi' index='0' model='virtio-scsi'/>
                        """);
        for (int i = 0; i < count; i++) {
            text.append(
                    """
                        <disk type='file' device='disk'>
                          <driver name='qemu' type='qcow2' cache='none' io='native' discard='unmap'/>
                          <source file='/var/lib/libvirt/images/a-folder-with-a-long-name/vm-disk-number-%1$d.qcow2'/>
                          <target dev='sd%1$d' bus='scsi'/>
                          <serial>WD-WCC4N%1$08d</serial>
                          <address type='drive' controller='0' bus='0' target='%2$d' unit='%3$d'/>
                        </disk>
                    """
                            .formatted(i, i % 256, i / 256));
        }
        return text.append(
                        """
                          </devices>
                          <launchSecurity type='sev'>
                            <policy>0x0003</policy>
                          </launchSecurity>
                        </domain>
                        """)
                .toString();
    }
}
