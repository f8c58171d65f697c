package io.sevguest.launch;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Small domains to launch. */
public final class Guests {
    public static final String UUID = "0b9b8a2f-6a06-4b3c-9d6e-2f1c1f0f7a11";
    public static final QemuTarget TARGET =
            QemuTarget.of(QemuTarget.DEFAULT_PROGRAM, new QemuVersion(7, 2));

    private Guests() {}

    /**
     * Returns a guest with only a serial line and the given elements for os, devices and security.
     */
    public static DomainXml of(String os, String devices, String security) throws ProblemException {
        String text =
                """
                <domain type='kvm'>
                  <name>small</name>
                  <memory unit='MiB'>128</memory>
                  <vcpu>1</vcpu>
                  <os><type arch='x86_64' machine='q35'>hvm</type>%s</os>
                  <features><acpi/></features>
                  <devices><serial type='pty'/>%s</devices>
                  %s
                </domain>
                """
                        .formatted(os, devices, security);
        return DomainXml.parse("small.xml", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static DomainXml plain() throws ProblemException {
        return of("", "", "");
    }

    public static DomainXml sev(String content) throws ProblemException {
        return of("", "", "<launchSecurity type='sev'>" + content + "</launchSecurity>");
    }

    public static DomainXml withDisk(Path image, String format) throws ProblemException {
        return of(
                "",
                """
                <disk type='file' device='disk'><driver name='qemu' type='%s'/>
                <source file='%s'/><target dev='vda' bus='virtio'/></disk>
                """
                        .formatted(format, image),
                "");
    }

    public static LaunchPlan plan(DomainXml domain, Path runtime, LaunchChoices choices) {
        return LaunchPlan.of(domain, UUID, new RuntimeDirectory(runtime), TARGET, choices);
    }
}
