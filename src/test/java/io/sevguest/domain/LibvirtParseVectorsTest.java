package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityVectors;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Severity;
import io.sevguest.readiness.DocumentFindings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Comparison with the results of libvirt 9.0.0 for launch security elements. */
class LibvirtParseVectorsTest {
    /**
     * The findings about values that QEMU or the firmware rejects, but libvirt's parser accepts.
     */
    private static final Set<String> BEYOND_LIBVIRT =
            Set.of(
                    "policy-reserved-bits",
                    "reduced-phys-bits-range",
                    "dh-cert-without-session",
                    "session-without-dh-cert");

    @TestFactory
    List<DynamicTest> readsAndJudgesAsLibvirtDoes() throws IOException {
        List<DynamicTest> tests =
                LaunchSecurityVectors.tests("libvirt-parse", LibvirtParseVectorsTest::check);
        assertThat(tests).hasSizeGreaterThan(10);
        return tests;
    }

    private static void check(DomainXml domain, JsonNode expected) {
        List<Finding> findings = DocumentFindings.of(domain);
        boolean accepted = expected.at("/parser/accepted").asBoolean();
        Set<String> refused =
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::id)
                        .filter(id -> !BEYOND_LIBVIRT.contains(id))
                        .collect(Collectors.toSet());
        assertThat(refused.isEmpty()).as("%s", findings).isEqualTo(accepted);
        if (!expected.path("schema_valid").asBoolean()) {
            assertThat(findings).isNotEmpty();
        }
        if (accepted) {
            sameMeaning(domain, expected.at("/parser/normalised").asString());
        }
    }

    private static void sameMeaning(DomainXml domain, String normalised) {
        var here = (LaunchSecurity.Sev) LaunchSecurity.of(domain);
        var there =
                (LaunchSecurity.Sev)
                        LaunchSecurity.of(
                                (DomainXml)
                                        DomainText.ofText(
                                                "<domain>" + normalised + "</domain>",
                                                XmlEncoding.UTF_8));
        assertThat(here.policy().value().map(SevPolicy::toHex)).contains(there.policy().text());
        assertThat(here.cbitposNumber()).isEqualTo(there.cbitposNumber());
        assertThat(here.reducedPhysBitsNumber()).isEqualTo(there.reducedPhysBitsNumber());
        assertThat(here.kernelHashes()).isEqualTo(there.kernelHashes());
        assertThat(here.dhCert()).isEqualTo(there.dhCert());
        assertThat(here.session()).isEqualTo(there.session());
    }
}
