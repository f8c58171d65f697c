package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.document.Field;
import io.sevguest.domain.guest.CpuTopology;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of edits of launch security in every domain of libvirt's own tests. */
class CorpusLosslessTest {
    static List<DomainXml> corpus() throws IOException, ProblemException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Shared.path("corpus/domains"))) {
            files = found.sorted().toList();
        }
        List<DomainXml> domains = new ArrayList<>();
        for (Path file : files) {
            domains.add(DomainXml.parse(file.toString(), Bytes.of(Files.readAllBytes(file))));
        }
        assertThat(domains).hasSizeGreaterThan(300);
        return domains;
    }

    @Test
    void choosingSevFillingAllInAndChoosingNoneLeavesNoTrace()
            throws IOException, ProblemException {
        for (DomainXml before : corpus()) {
            if (LaunchSecurity.of(before) instanceof LaunchSecurity.None) {
                DomainXml set = filled(before);
                assertThat(LaunchSecurity.of(set)).isInstanceOf(LaunchSecurity.Sev.class);
                assertThat(with(set, LaunchSecurityFields.TYPE, LaunchSecurityType.NONE).text())
                        .isEqualTo(before.text());
            }
        }
    }

    @Test
    void eachFieldSetAndUnsetAgainLeavesNoTrace() throws IOException, ProblemException {
        int tried = 0;
        for (DomainXml before : corpus()) {
            if (LaunchSecurity.of(before) instanceof LaunchSecurity.Sev sev) {
                tried++;
                DomainXml again = emptied(filled(emptied(before)));
                assertThat(again.text()).isEqualTo(emptied(before).text());
                assertThat(refilled(filled(before), sev).text())
                        .isEqualTo(refilled(before, sev).text());
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void everyFieldThatWasAbsentIsSetAndUnsetWithoutTrace() throws IOException, ProblemException {
        for (DomainXml before : corpus()) {
            if (!hasBareElement(before)) {
                assertNoTrace(before, GuestFields.DESCRIPTION, "a & b");
                assertNoTrace(before, GuestFields.CPU_MODEL, "EPYC");
                assertNoTrace(before, GuestFields.CPU_MODE, "custom");
                assertNoTrace(before, GuestFields.ON_CRASH, "destroy");
                assertNoTrace(before, FirmwareFields.LOADER, "/l");
                assertNoTrace(before, FirmwareFields.LOADER_TYPE, "rom");
                assertNoTrace(before, FirmwareFields.NVRAM, "/n");
                assertNoTrace(before, FirmwareFields.CMDLINE, "quiet");
                assertNoTrace(before, GuestFields.SMM, Toggle.NO, Toggle.UNSET);
                assertNoTrace(before, GuestFields.MEMORY_LOCKED, true, false);
                assertNoTrace(
                        before,
                        GuestFields.TOPOLOGY,
                        Optional.of(new CpuTopology(1, 1, 2, 2)),
                        Optional.empty());
            }
        }
    }

    /**
     * Returns whether there is an element without content, which is removed with its last child.
     */
    private static boolean hasBareElement(DomainXml domain) {
        return domain.root().children().stream()
                .anyMatch(
                        child ->
                                child.isLeaf()
                                        && child.text().isEmpty()
                                        && child.attributes().isEmpty());
    }

    private static void assertNoTrace(
            DomainXml before, Field<DomainXml, String> field, String value) {
        assertNoTrace(before, field, value, "");
    }

    private static <V> void assertNoTrace(
            DomainXml before, Field<DomainXml, V> field, V value, V absent) {
        if (field.get().apply(before).equals(absent)) {
            DomainXml set = with(before, field, value);
            assertThat(field.get().apply(set)).as(field.id()).isEqualTo(value);
            assertThat(with(set, field, absent).text()).as(field.id()).isEqualTo(before.text());
        }
    }

    @Test
    void settingThePolicyChangesOnlyLinesOfLaunchSecurity() throws IOException, ProblemException {
        for (DomainXml before : corpus()) {
            DomainXml set =
                    with(before, LaunchSecurityFields.POLICY, Optional.of(new SevPolicy(0x27)));
            if (LaunchSecurity.of(before).isEditable()) {
                assertThat(withoutLaunchSecurity(set)).isEqualTo(withoutLaunchSecurity(before));
                assertThat(set.textAt("launchSecurity/policy")).isEqualTo("0x0027");
            } else {
                assertThat(set).isSameAs(before);
            }
        }
    }

    private static List<String> withoutLaunchSecurity(DomainXml domain) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : domain.text().split("(?<=\n)", -1)) {
            inside |= line.contains("<launchSecurity");
            if (!inside) {
                lines.add(line);
            }
            inside &= !line.contains("</launchSecurity>") && !line.contains("/>");
        }
        return lines;
    }

    private static DomainXml filled(DomainXml domain) {
        DomainXml set = with(domain, LaunchSecurityFields.POLICY, Optional.of(new SevPolicy(0x27)));
        set = with(set, LaunchSecurityFields.CBITPOS, "50");
        set = with(set, LaunchSecurityFields.REDUCED_PHYS_BITS, "3");
        set = with(set, LaunchSecurityFields.KERNEL_HASHES, Toggle.NO);
        set = with(set, LaunchSecurityFields.DH_CERT, "QUJD");
        return with(set, LaunchSecurityFields.SESSION, "REVG");
    }

    private static DomainXml refilled(DomainXml domain, LaunchSecurity.Sev sev) {
        DomainXml set = with(domain, LaunchSecurityFields.POLICY_TEXT, sev.policy().text());
        set = with(set, LaunchSecurityFields.CBITPOS, sev.cbitpos());
        set = with(set, LaunchSecurityFields.REDUCED_PHYS_BITS, sev.reducedPhysBits());
        set = with(set, LaunchSecurityFields.KERNEL_HASHES, sev.kernelHashes());
        set = with(set, LaunchSecurityFields.DH_CERT, sev.dhCert());
        return with(set, LaunchSecurityFields.SESSION, sev.session());
    }

    private static DomainXml emptied(DomainXml domain) {
        DomainXml set = with(domain, LaunchSecurityFields.POLICY, Optional.empty());
        set = with(set, LaunchSecurityFields.CBITPOS, "");
        set = with(set, LaunchSecurityFields.REDUCED_PHYS_BITS, "");
        set = with(set, LaunchSecurityFields.KERNEL_HASHES, Toggle.UNSET);
        set = with(set, LaunchSecurityFields.DH_CERT, "");
        return with(set, LaunchSecurityFields.SESSION, "");
    }

    private static <V> DomainXml with(DomainXml domain, Field<DomainXml, V> field, V value) {
        return field.with().apply(domain, value);
    }
}
