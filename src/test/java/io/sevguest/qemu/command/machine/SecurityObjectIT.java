package io.sevguest.qemu.command.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.qemu.Domains;
import io.sevguest.qemu.ObjectNotation;
import io.sevguest.qemu.PausedQemu;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.QemuArgument;
import io.sevguest.qemu.command.writer.CommandWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the SEV object by reading back each property from a real QEMU. */
@Tag("it")
class SecurityObjectIT {
    private static final String DOMAIN =
            """
            <domain type='kvm'>
              <name>a</name>
              <launchSecurity type='sev' kernelHashes='yes'>
                <cbitpos>51</cbitpos>
                <reducedPhysBits>1</reducedPhysBits>
                <policy>%s</policy>
                <dhCert>QQ==</dhCert>
                <session>Qg==</session>
              </launchSecurity>
            </domain>
            """;

    @TempDir Path directory;

    private String object(String policy, ObjectNotation notation, Path files) {
        QemuTarget target =
                QemuTarget.of("qemu-system-x86_64", new QemuVersion(7, 2)).withNotation(notation);
        var names = new LaunchFiles("c7a5fdbd-edaf-9455-926a-d65c16db1809", files, false);
        return CommandWriter.of(Domains.of(DOMAIN.formatted(policy)), target, names)
                .arguments()
                .stream()
                .filter(it -> it.option().equals("-object"))
                .map(QemuArgument::value)
                .findFirst()
                .orElseThrow();
    }

    private String read(String object, String property) throws IOException, InterruptedException {
        Path socket = directory.resolve("q" + property.hashCode() + ".sock");
        List<String> words = new ArrayList<>();
        words.add(Requirements.program("qemu-system-x86_64").toString());
        words.addAll(List.of("-machine", "none", "-accel", "tcg", "-display", "none"));
        words.addAll(List.of("-nodefaults", "-object", object, "-qmp"));
        words.add("unix:" + socket + ",server=on,wait=off");
        try (PausedQemu qemu = PausedQemu.start(words, directory, socket)) {
            return qemu.ask(
                    "{\"execute\":\"qom-get\",\"arguments\":{\"path\":\"/objects/lsec0\",\"property\":\""
                            + property
                            + "\"}}");
        }
    }

    @ParameterizedTest
    @EnumSource(ObjectNotation.class)
    void everyPropertyReadsBackAsMeant(ObjectNotation notation)
            throws IOException, InterruptedException {
        Path files = Path.of("/tmp/a, b & \"ü\"=");
        String object = object("0x33010007", notation, files);
        assertThat(read(object, "policy")).contains("\"return\": " + 0x33010007L);
        assertThat(read(object, "cbitpos")).contains("\"return\": 51");
        assertThat(read(object, "reduced-phys-bits")).contains("\"return\": 1");
        assertThat(read(object, "kernel-hashes")).contains("\"return\": true");
        assertThat(read(object, "dh-cert-file"))
                .contains("/tmp/a, b & \\\"\\u00FC\\\"=/dh_cert.base64");
        assertThat(read(object, "session-file")).contains("/session.base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0x0", "0x1", "10", "0x3f", "0xffffffff"})
    void thePolicyIsAlwaysSentAndReadAsHexadecimal(String policy)
            throws IOException, InterruptedException {
        long meant = Long.parseLong(policy.replace("0x", ""), 16);
        String object = object(policy, ObjectNotation.KEY_VALUE, directory);
        assertThat(read(object, "policy")).contains("\"return\": " + meant + "}");
    }
}
