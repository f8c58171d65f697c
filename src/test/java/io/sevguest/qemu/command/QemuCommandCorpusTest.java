package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.xml.Element;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.Domains;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.StartMode;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that every domain of the corpus has a command, and that every omission is reported. */
class QemuCommandCorpusTest {
    /** The elements that need no argument, because they describe QEMU's default behavior. */
    private static final Set<String> NEEDS_NO_ARGUMENT =
            Set.of(
                    "on_poweroff",
                    "on_reboot",
                    "features/apic",
                    "features/acpi",
                    "clock/timer",
                    "devices/disk/readonly",
                    "devices/controller/alias",
                    "devices/controller/model",
                    "devices/controller/target",
                    "devices/input/alias",
                    "devices/memballoon",
                    "devices/video",
                    "devices/video/model",
                    "devices/console",
                    "devices/console/target",
                    "devices/console/alias");

    private static final LaunchFiles FILES =
            new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", Path.of("/run/guest"), false);

    @Test
    void everyElementIsCarriedOrListed() throws IOException, ProblemException {
        List<String> silent = new ArrayList<>();
        for (Accelerator accelerator : Accelerator.values()) {
            QemuTarget target =
                    QemuTarget.of("qemu-system-x86_64", new QemuVersion(7, 2))
                            .withMode(StartMode.USUAL.withAccelerator(accelerator));
            for (Domains.Sample sample : Domains.corpus()) {
                QemuCommand command = CommandWriter.of(sample.domain(), target, FILES);
                Set<Element> told = new HashSet<>();
                command.arguments().stream()
                        .flatMap(argument -> argument.origins().stream())
                        .forEach(origin -> told.add(origin.element()));
                command.omitted().forEach(it -> told.add(it.element()));
                Set<Element> omitted = new HashSet<>();
                command.omitted().stream()
                        .filter(it -> it.attribute().isEmpty())
                        .forEach(it -> omitted.add(it.element()));
                collect(sample, sample.domain().root(), told, omitted, silent);
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Returns whether the element or one of its descendants is reported. */
    private static boolean collect(
            Domains.Sample sample,
            Element element,
            Set<Element> told,
            Set<Element> omitted,
            List<String> silent) {
        if (omitted.contains(element)) {
            return true;
        }
        boolean inside = false;
        for (Element child : element.children()) {
            inside |= collect(sample, child, told, omitted, silent);
        }
        if (inside || told.contains(element) || isEmptyContainer(element)) {
            return true;
        }
        boolean ofMachine =
                isOfMachine(element)
                        || element.parent().filter(QemuCommandCorpusTest::isOfMachine).isPresent();
        if (!ofMachine && !NEEDS_NO_ARGUMENT.contains(FieldIds.namePath(element))) {
            silent.add(sample.name() + " " + element.path());
        }
        return false;
    }

    /** Returns whether a device is built into the machine, or is declared as absent. */
    private static boolean isOfMachine(Element device) {
        return switch (device.name() + " " + device.attribute("type")) {
            case "controller pci" -> device.attribute("model").matches("(pci|pcie)-root|");
            case "controller usb" -> device.attribute("model").equals("none");
            case "controller ide", "controller sata", "controller fdc" -> true;
            case "input mouse", "input keyboard" -> device.attribute("bus").matches("ps2|");
            default -> false;
        };
    }

    private static boolean isEmptyContainer(Element element) {
        return Set.of("", "os", "devices", "features", "memoryBacking", "cpu", "pm")
                .contains(FieldIds.namePath(element));
    }

    @Test
    void originsPointAtTheirPartOfTheValue() throws IOException, ProblemException {
        QemuTarget target = QemuTarget.of("qemu-system-x86_64", new QemuVersion(7, 2));
        for (Domains.Sample sample : Domains.corpus()) {
            for (QemuArgument argument :
                    CommandWriter.of(sample.domain(), target, FILES).arguments()) {
                for (Origin origin : argument.origins()) {
                    assertThat(origin.start()).isBetween(0, origin.end());
                    assertThat(origin.end()).isLessThanOrEqualTo(argument.value().length());
                }
            }
        }
    }
}
