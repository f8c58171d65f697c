package io.sevguest.domain.guest;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.NewElement;
import java.util.List;

/** The list of {@code <boot dev='…'/>} in {@code <os>}. */
final class BootDevices {
    private static final String PATH = "os/boot";

    private BootDevices() {}

    static List<String> of(DomainXml domain) {
        return domain.all(PATH).stream().map(boot -> boot.attribute("dev")).toList();
    }

    /** Changes the entries that differ, then adds or removes at the end. */
    static DomainXml with(DomainXml domain, List<String> devices) {
        DomainXml edited = domain;
        int common = Math.min(devices.size(), domain.all(PATH).size());
        for (int i = 0; i < common; i++) {
            edited = edited.withAttribute(edited.all(PATH).get(i), "dev", devices.get(i));
        }
        for (int i = domain.all(PATH).size() - 1; i >= devices.size(); i--) {
            edited = edited.without(edited.all(PATH).get(i));
        }
        for (String added : devices.subList(common, devices.size())) {
            edited = edited.withAdded("os", NewElement.of("boot").attribute("dev", added));
        }
        return edited;
    }
}
