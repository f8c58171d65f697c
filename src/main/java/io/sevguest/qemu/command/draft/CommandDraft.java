package io.sevguest.qemu.command.draft;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.QemuFindings;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.command.Assumption;
import io.sevguest.qemu.command.DiskOverlay;
import io.sevguest.qemu.command.FieldIds;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.Omission;
import io.sevguest.qemu.command.Origin;
import io.sevguest.qemu.command.QemuArgument;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.firmware.FirmwareChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command while it is written: its arguments so far, and the parts of the document that were read
 * for it.
 */
public final class CommandDraft {
    private final DomainXml domain;
    private final QemuTarget target;
    private final LaunchFiles files;
    private final MachineKind machine;
    private final FirmwareChoice firmware;
    private final List<Drive> drives;
    private final Buses buses;
    private final BootOrder bootOrder;
    private final ElementCoverage coverage = new ElementCoverage();
    private final List<QemuArgument> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<DiskOverlay> overlays = new ArrayList<>();
    private final List<Omission> omitted = new ArrayList<>();
    private final List<Assumption> assumed = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    public CommandDraft(DomainXml domain, QemuTarget target, LaunchFiles files) {
        this.domain = domain;
        this.target = target;
        this.files = files;
        this.machine = MachineKind.of(domain.attributeAt("os/type", "machine"));
        this.firmware = FirmwareChoice.of(domain, target);
        this.drives = Drive.all(domain, machine);
        coverage.read(domain.root());
        domain.at("devices").ifPresent(coverage::read);
        this.buses = new Buses(this);
        this.bootOrder = new BootOrder(this);
    }

    public DomainXml domain() {
        return domain;
    }

    public QemuTarget target() {
        return target;
    }

    public LaunchFiles files() {
        return files;
    }

    public MachineKind machine() {
        return machine;
    }

    public FirmwareChoice firmware() {
        return firmware;
    }

    public List<Drive> drives() {
        return drives;
    }

    public Buses buses() {
        return buses;
    }

    public BootOrder bootOrder() {
        return bootOrder;
    }

    /** Takes an id for one thing of the command; false where another has it already. */
    public boolean takeId(String id) {
        return ids.add(id);
    }

    /** Takes the usual id, or that id with a number behind it where another has it already. */
    public String freeId(String usual) {
        String id = usual;
        for (int i = 2; !ids.add(id); i++) {
            id = usual + "-" + i;
        }
        return id;
    }

    /** Returns whether the guest has that iothread, by its number. */
    public boolean hasThread(String number) {
        int threads = DecimalNumber.of(domain.textAt("iothreads")).orElse(0);
        int wanted = DecimalNumber.of(number).orElse(0);
        return wanted > 0 && wanted <= threads;
    }

    public ElementCoverage coverage() {
        return coverage;
    }

    public boolean isAtLeast(int major, int minor) {
        return target.version().isAtLeast(major, minor);
    }

    public boolean isKvm() {
        return target.mode().accelerator() == Accelerator.KVM;
    }

    public void argument(String option, OptionText value) {
        for (Origin origin : value.origins()) {
            coverage.read(new XmlPlace(origin.element(), origin.attribute()));
        }
        arguments.add(new QemuArgument(option, value.text(), value.origins()));
    }

    public void flag(String option, XmlPlace... places) {
        argument(option, OptionText.empty().from(places));
    }

    public void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Has a file made that the command writes to. */
    public void overlay(DiskOverlay overlay) {
        overlays.add(overlay);
    }

    /** Leaves out an element with all it holds. */
    public void omit(Element element, String reason) {
        omitted.add(new Omission(element, "", reason));
        readAll(element);
    }

    /**
     * Leaves out one attribute where it is written, or the text of an element for an empty name.
     */
    public void omit(XmlPlace place, String reason) {
        if (place.attribute().isEmpty() || place.element().hasAttribute(place.attribute())) {
            coverage.read(place);
            omitted.add(new Omission(place.element(), place.attribute(), reason));
        }
    }

    private void readAll(Element element) {
        coverage.read(element);
        element.attributes().keySet().forEach(name -> coverage.read(element, name));
        element.children().forEach(this::readAll);
    }

    /** Notes values that need no argument, as QEMU does the same without one. */
    public void neutral(Element element, String... attributes) {
        coverage.read(element);
        for (String attribute : attributes) {
            coverage.read(element, attribute);
        }
    }

    public void assume(String what, String value, String reason) {
        assumed.add(new Assumption(what, value, reason));
    }

    public boolean hasFinding(String id) {
        return findings.stream().anyMatch(finding -> finding.id().equals(id));
    }

    /**
     * Adds a finding about a place of the document.
     *
     * @param id of {@link QemuFindings}
     * @param arguments what its texts mention
     */
    public void finding(XmlPlace place, String id, Object... arguments) {
        finding(
                QemuFindings.TABLE
                        .finding(id, arguments)
                        .about(FieldIds.of(place.element(), place.attribute()))
                        .at(domain, place.element()));
    }

    public void finding(Finding finding) {
        findings.add(finding);
    }

    public QemuCommand finish() {
        omitted.sort(Comparator.comparingInt(it -> it.element().start()));
        return new QemuCommand(
                target.program(), arguments, environment, overlays, omitted, assumed, findings);
    }
}
