package io.sevguest.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.Domains;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.StartMode;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that any domain has a command with one machine argument and no lost word. */
class QemuCommandPropertyTest {
    private static final long SEED = 20261122;

    private static final List<String> ODD =
            List.of(
                    "-1",
                    "0",
                    "99999999999999999999",
                    "0xffffffff",
                    "2147483647",
                    "2147483648",
                    "65536",
                    "9000000000000",
                    "18446744073709551615",
                    "\u3000",
                    "yes",
                    "on",
                    "none",
                    "virtio",
                    "../../x",
                    "a,b=c",
                    "ä'\"& <",
                    "line\nline",
                    "q35",
                    "efi",
                    "host-passthrough",
                    "pci",
                    "sata");

    private static final LaunchFiles FILES =
            new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", Path.of("/run/guest"), false);

    @Test
    void oddValuesNeverBreakIt() throws IOException, ProblemException {
        var random = new Random(SEED);
        for (Domains.Sample sample : Domains.corpus()) {
            for (int i = 0; i < 8; i++) {
                DomainXml domain = mutated(sample.domain(), random);
                check(domain, target(random));
            }
        }
    }

    private static void check(DomainXml domain, QemuTarget target) throws IOException {
        QemuCommand command = CommandWriter.of(domain, target, FILES);
        assertThat(command.arguments().stream().filter(it -> it.option().equals("-machine")))
                .as(domain.text())
                .hasSize(1);
        assertThat(command.toArgs().get(0)).isEqualTo(target.program());
        command.omitted().forEach(it -> assertThat(it.reason()).endsWith("."));
    }

    private static QemuTarget target(Random random) {
        var version = new QemuVersion(2 + random.nextInt(9), random.nextInt(13));
        var mode =
                new StartMode(
                        random.nextBoolean() ? Accelerator.KVM : Accelerator.TCG,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        List.of(Display.values()).get(random.nextInt(Display.values().length)));
        return QemuTarget.of("qemu-system-x86_64", version).withMode(mode);
    }

    private static DomainXml mutated(DomainXml domain, Random random) {
        List<Element> elements = new ArrayList<>();
        collect(domain.root(), elements);
        Element element = elements.get(random.nextInt(elements.size()));
        List<String> attributes = List.copyOf(element.attributes().keySet());
        String odd = ODD.get(random.nextInt(ODD.size()));
        if (element.isLeaf() && !element.text().isEmpty() && random.nextBoolean()) {
            return withText(domain, element, odd);
        }
        if (attributes.isEmpty()) {
            return element.parent().isPresent() ? domain.without(element) : domain;
        }
        return domain.withAttribute(
                element, attributes.get(random.nextInt(attributes.size())), odd);
    }

    private static DomainXml withText(DomainXml domain, Element element, String odd) {
        String escaped = odd.replace("&", "&amp;").replace("<", "&lt;");
        return Domains.of(
                domain.text().substring(0, element.startTagEnd())
                        + escaped
                        + domain.text().substring(element.endTagStart()));
    }

    private static void collect(Element element, List<Element> elements) {
        elements.add(element);
        element.children().forEach(child -> collect(child, elements));
    }
}
