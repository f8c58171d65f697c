package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuArgument;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests every controller with every device that fits it: the command names only existing buses, has
 * unique ids, and reports its omissions.
 */
class DevicePlacesTest {
    private static final LaunchFiles FILES =
            new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", Path.of("/run/guest"), true);

    private static final QemuTarget TARGET =
            QemuTarget.of("qemu-system-x86_64", new QemuVersion(7, 2));

    private static final Pattern BUS = Pattern.compile("(?:,|^)(?:bus|masterbus)=([^,]*)");
    private static final Pattern ID = Pattern.compile("(?:,|^)(?:id|node-name)=([^,]*)");

    @Test
    void everyControllerWithEveryDevice() {
        List<String> controllers = PlacedDevices.controllers();
        List<String> devices = PlacedDevices.devices();
        int documents = 0;
        for (String machine : PlacedDevices.MACHINES) {
            for (String controller : controllers) {
                for (String device : devices) {
                    check(PlacedDevices.domain(machine, controller + device));
                    documents++;
                }
            }
        }
        assertThat(documents).isGreaterThan(10_000);
    }

    @Test
    void everyTwoDevices() {
        List<String> devices = PlacedDevices.devices();
        for (String machine : PlacedDevices.MACHINES) {
            for (String first : devices) {
                for (String second : devices) {
                    check(PlacedDevices.domain(machine, first + second));
                }
            }
        }
    }

    @Test
    void everyTwoControllers() {
        List<String> controllers = PlacedDevices.controllers();
        for (String first : controllers) {
            for (String second : controllers) {
                check(PlacedDevices.domain("q35", first + second));
            }
        }
    }

    private static void check(String xml) {
        QemuCommand command = CommandWriter.of(Domains.of(xml), TARGET, FILES);
        Set<String> ids = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (QemuArgument argument : command.arguments()) {
            Matcher bus = BUS.matcher(argument.value());
            while (argument.option().equals("-device") && bus.find()) {
                assertThat(isKnown(bus.group(1), ids)).as(bus.group(1) + " in " + xml).isTrue();
            }
            Matcher id = ID.matcher(argument.value());
            if (id.find()) {
                assertThat(ids.add(id.group(1))).as(id.group(1) + " in " + xml).isTrue();
            }
            place(argument)
                    .ifPresent(it -> assertThat(places.add(it)).as(it + " in " + xml).isTrue());
        }
        eachDeviceIsAnswered(command, xml);
    }

    private static boolean isKnown(String bus, Set<String> ids) {
        return Set.of("pcie.0", "pci.0").contains(bus)
                || bus.matches("ide\\.[0-5]")
                || ids.contains(bus)
                || ids.contains(bus.replaceFirst("\\.\\d{1,2}$", ""));
    }

    private static Optional<String> place(QemuArgument argument) {
        if (!argument.option().equals("-device")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        boolean more = false;
        for (String part : argument.value().split(",", -1)) {
            String key = part.replaceFirst("=.*", "");
            if (Set.of("bus", "addr", "port", "nr", "scsi-id", "lun", "unit").contains(key)) {
                parts.add(part);
                more |= !key.equals("bus");
            }
        }
        return more ? Optional.of(String.join(",", parts)) : Optional.empty();
    }

    /** Checks that a device is in the command, or reported as omitted or wrong. */
    private static void eachDeviceIsAnswered(QemuCommand command, String xml) {
        List<Element> devices = Domains.of(xml).at("devices").orElseThrow().children();
        for (Element device : devices) {
            boolean isCarried =
                    command.arguments().stream()
                            .flatMap(it -> it.origins().stream())
                            .anyMatch(it -> isWithin(it.element(), device));
            boolean isOmitted =
                    command.omitted().stream().anyMatch(it -> isWithin(it.element(), device));
            boolean isBuiltIn =
                    device.name().equals("controller")
                            && (device.attribute("model").matches("none|pcie?-root|")
                                    || device.attribute("type").matches("ide|fdc|sata|pci"));
            assertThat(isCarried || isOmitted || isBuiltIn).as(device.path() + xml).isTrue();
        }
    }

    private static boolean isWithin(Element element, Element device) {
        return element.start() >= device.start() && element.start() < device.end();
    }
}
