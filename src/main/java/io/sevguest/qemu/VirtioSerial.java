package io.sevguest.qemu;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Element;

/** Which channels and consoles are ports of a virtio serial controller. */
final class VirtioSerial {
    private VirtioSerial() {}

    static boolean isNeeded(DomainXml domain) {
        return domain.all("devices/channel").stream().anyMatch(VirtioSerial::isPort)
                || domain.all("devices/console").stream().anyMatch(VirtioSerial::isPort);
    }

    static boolean isPort(Element channel) {
        return channel.child("target")
                .filter(it -> it.attribute("type").equals("virtio"))
                .isPresent();
    }
}
