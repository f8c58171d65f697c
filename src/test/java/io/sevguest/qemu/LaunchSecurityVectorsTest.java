package io.sevguest.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.HostFacts;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuArgument;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparison with the QEMU arguments for launch security in libvirt's own test data. */
class LaunchSecurityVectorsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The arguments that only libvirt has: it defines the guest's memory as an object. */
    private static final Set<String> LIBVIRT_ALONE = Set.of("memory-backend=pc.ram");

    @TestFactory
    Stream<DynamicTest> machineAndObjectMeanWhatLibvirtsMean() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : vectors()) {
            JsonNode vector = MAPPER.readTree(Files.readString(file));
            boolean sev =
                    vector.path("expect")
                            .path("object")
                            .path("qom-type")
                            .asString("")
                            .equals("sev-guest");
            if (vector.path("kind").asString("").equals("libvirt-xml2argv") && sev) {
                tests.add(
                        DynamicTest.dynamicTest(
                                vector.path("title").asString(""), () -> check(file, vector)));
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(2);
        return tests.stream();
    }

    private static List<Path> vectors() throws IOException {
        return Shared.vectors("launchsec-xml");
    }

    private static void check(Path file, JsonNode vector) throws IOException, ProblemException {
        Path xml = file.resolveSibling(vector.path("files").path("xml").asString(""));
        DomainXml domain = DomainXml.parse(xml.toString(), Bytes.of(Files.readAllBytes(xml)));
        JsonNode expected = vector.path("expect").path("object");
        QemuCommand command = CommandWriter.of(domain, target(expected), files(expected));
        assertThat(MAPPER.readTree(value(command, "-object"))).isEqualTo(expected);
        assertThat(parts(value(command, "-machine")))
                .containsAll(machine(vector.path("expect").path("machine").asString("")));
    }

    private static String value(QemuCommand command, String option) {
        List<String> values =
                command.arguments().stream()
                        .filter(it -> it.option().equals(option))
                        .map(QemuArgument::value)
                        .toList();
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    /** Returns the target for the machine type and the host of the vector. */
    private static QemuTarget target(JsonNode expected) {
        var host =
                new HostFacts(
                        HostFacts.UNKNOWN.kvm(),
                        HostFacts.UNKNOWN.sev(),
                        HostFacts.UNKNOWN.sevEs(),
                        OptionalInt.of(expected.path("cbitpos").asInt()),
                        OptionalInt.of(expected.path("reduced-phys-bits").asInt()),
                        OptionalLong.empty());
        return QemuTarget.of("qemu-system-x86_64", new QemuVersion(6, 0))
                .withHost(host)
                .withNotation(ObjectNotation.JSON);
    }

    private static LaunchFiles files(JsonNode expected) {
        Path directory = Path.of(expected.path("dh-cert-file").asString("")).getParent();
        return new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", directory, true);
    }

    /**
     * Returns the machine options except for the type, because libvirt's test has resolved the
     * alias.
     */
    private static Set<String> machine(String option) {
        Set<String> parts = parts(option);
        parts.removeAll(LIBVIRT_ALONE);
        return parts;
    }

    private static Set<String> parts(String option) {
        List<String> parts = List.of(option.split(","));
        return new TreeSet<>(parts.subList(1, parts.size()));
    }
}
