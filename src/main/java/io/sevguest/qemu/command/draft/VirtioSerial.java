package io.sevguest.qemu.command.draft;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;

/** The channels and consoles that are ports of a virtio serial controller. */
public final class VirtioSerial {
    private VirtioSerial() {}

    public static boolean isNeeded(DomainXml domain) {
        return domain.all("devices/channel").stream().anyMatch(VirtioSerial::isPort)
                || domain.all("devices/console").stream().anyMatch(VirtioSerial::isPort);
    }

    public static boolean isPort(Element channel) {
        return channel.child("target")
                .filter(it -> it.attribute("type").equals("virtio"))
                .isPresent();
    }
}
