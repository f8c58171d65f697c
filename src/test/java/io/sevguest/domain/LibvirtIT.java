package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.device.Disks;
import io.sevguest.domain.device.NetworkInterfaces;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of written documents with libvirt's schema and parser. */
@Tag("it")
class LibvirtIT {
    private static final String DOMAIN =
            """
            <domain type='test'>
              <name>a</name>
              <memory>1024</memory>
              <os>
                <type arch='x86_64'>hvm</type>
              </os>
            </domain>
            """;

    @TempDir Path directory;

    private record Answer(int exit, String output) {}

    private Answer run(String... command) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new Answer(process.waitFor(), Files.readString(output));
    }

    private Answer validate(DomainXml domain)
            throws IOException, InterruptedException, ProblemException {
        return run(
                Requirements.program("virt-xml-validate").toString(),
                written(domain).toString(),
                "domain");
    }

    private Answer define(DomainXml domain)
            throws IOException, InterruptedException, ProblemException {
        return run(
                Requirements.program("virsh").toString(),
                "-c",
                "test:///default",
                "define " + written(domain) + "; dumpxml " + domain.textAt("name"));
    }

    private Path written(DomainXml domain) throws IOException, ProblemException {
        return Files.write(directory.resolve("domain.xml"), domain.toBytes().toArray());
    }

    private static DomainXml domain(String text) {
        return (DomainXml) DomainText.ofText(text, XmlEncoding.UTF_8);
    }

    @Test
    void everyFieldOfLaunchSecurityPassesSchemaAndParser()
            throws IOException, InterruptedException, ProblemException {
        DomainXml sev =
                LaunchSecurityFields.TYPE.with().apply(domain(DOMAIN), LaunchSecurityType.SEV_ES);
        sev =
                LaunchSecurityFields.POLICY
                        .with()
                        .apply(sev, Optional.of(new SevPolicy(0x3301_0007)));
        sev = LaunchSecurityFields.CBITPOS.with().apply(sev, "51");
        sev = LaunchSecurityFields.REDUCED_PHYS_BITS.with().apply(sev, "1");
        sev = LaunchSecurityFields.KERNEL_HASHES.with().apply(sev, Toggle.YES);
        sev = LaunchSecurityFields.DH_CERT.with().apply(sev, "QUJD");
        sev = LaunchSecurityFields.SESSION.with().apply(sev, "REVG");
        assertThat(validate(sev).output()).endsWith("validates\n");
        assertThat(define(sev).output())
                .contains(
                        sev.text()
                                .substring(
                                        sev.text().indexOf("<launchSecurity"),
                                        sev.text().indexOf("</launchSecurity>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x0003",
                "3",
                "10",
                "0x000A",
                "0X3",
                " 0x3",
                "0x3 ",
                "+3",
                "-1",
                "0x",
                "ffffffff",
                "0x100000000",
                "0xZZ",
                "00000000000000003",
                "\n0x3"
            })
    void readsAPolicyAsLibvirtDoes(String text)
            throws IOException, InterruptedException, ProblemException {
        DomainXml sev = LaunchSecurityFields.POLICY_TEXT.with().apply(domain(DOMAIN), text);
        var read = ((LaunchSecurity.Sev) LaunchSecurity.of(sev)).policy();
        assertThat(read.text()).isEqualTo(text);
        assertThat(validate(sev).exit() == 0).isEqualTo(read.isSchemaValid());
        Answer defined = define(sev);
        assertThat(defined.exit() == 0).isEqualTo(read.value().isPresent());
        read.value()
                .ifPresent(
                        value ->
                                assertThat(defined.output())
                                        .contains("<policy>" + value.toHex() + "</policy>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"guest", "guest-features", "firmware", "launch-security-new", "devices"})
    void everyFieldWritesWhatTheSchemaAllows(String golden)
            throws IOException, InterruptedException, ProblemException {
        Path file = Path.of("src/test/resources/golden/xml/" + golden + "-out.xml");
        DomainXml written = DomainXml.parse(golden, Bytes.of(Files.readAllBytes(file)));
        assertThat(validate(written).output()).endsWith("validates\n");
        if (!golden.equals("launch-security-new")) {
            DomainXml test = GuestFields.TYPE.with().apply(written, "test");
            test = GuestFields.NAME.with().apply(test, "db");
            test = FirmwareFields.FIRMWARE.with().apply(test, "");
            assertThat(define(test).output()).contains("<domain type='test'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void templatesPassSchemaAndParser(GuestTemplate template)
            throws IOException, InterruptedException, ProblemException {
        DomainXml guest = template.create(UUID.randomUUID());
        assertThat(validate(guest).output()).endsWith("validates\n");
        DomainXml test = GuestFields.TYPE.with().apply(guest, "test");
        assertThat(define(FirmwareFields.FIRMWARE.with().apply(test, "")).exit()).isZero();
    }

    @Test
    void editedDomainsOfTheCorpusStayValid()
            throws IOException, InterruptedException, ProblemException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Shared.path("corpus/domains"))) {
            files = found.sorted().toList();
        }
        int tried = 0;
        for (int i = 0; i < files.size(); i += 20) {
            DomainXml before =
                    DomainXml.parse(
                            files.get(i).toString(), Bytes.of(Files.readAllBytes(files.get(i))));
            if (validate(before).exit() == 0 && LaunchSecurity.of(before).isEditable()) {
                tried++;
                Answer answer = validate(edited(before));
                assertThat(answer.exit()).as("%s: %s", files.get(i), answer.output()).isZero();
            }
        }
        assertThat(tried).isGreaterThan(10);
    }

    private static DomainXml edited(DomainXml before) {
        DomainXml set = LaunchSecurityFields.TYPE.with().apply(before, LaunchSecurityType.SEV_ES);
        set = GuestFields.TITLE.with().apply(set, "a & b");
        set = GuestFields.SMM.with().apply(set, Toggle.NO);
        set = GuestFields.MEMORY_LOCKED.with().apply(set, true);
        set = FirmwareFields.BOOT_MENU.with().apply(set, Toggle.YES);
        set = Disks.withCdrom(Disks.withDisk(set, "/d.qcow2"), "");
        return NetworkInterfaces.with(set, "bridge", "br0");
    }
}
