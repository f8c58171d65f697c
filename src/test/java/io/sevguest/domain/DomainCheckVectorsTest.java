package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityVectors;
import io.sevguest.problem.Severity;
import io.sevguest.readiness.DocumentFindings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Comparison with the results of virt-qemu-sev-validate of libvirt 9.0.0 for whole domains: all its
 * inputs are read in the same way, and a certificate without session or the reverse is an error in
 * both.
 */
class DomainCheckVectorsTest {
    @TestFactory
    List<DynamicTest> readsWhatTheCheckerJudgesBy() throws IOException {
        List<DynamicTest> tests =
                LaunchSecurityVectors.tests("domain-check", DomainCheckVectorsTest::check);
        assertThat(tests).hasSizeGreaterThan(8);
        return tests;
    }

    private static void check(DomainXml domain, JsonNode expected) {
        String message = expected.at("/default/message").asString("");
        assertThat(verdict(domain)).as(domain.text()).isEqualTo(message);
        assertThat(halfAPair(domain))
                .isEqualTo(message.contains("owner cert") || message.contains("session data"));
    }

    private static boolean halfAPair(DomainXml domain) {
        List<Finding> errors =
                DocumentFindings.of(domain).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        assertThat(errors)
                .extracting(Finding::id)
                .isSubsetOf("dh-cert-without-session", "session-without-dh-cert");
        return !errors.isEmpty();
    }

    /**
     * Returns the expected result of virt-qemu-sev-validate for the values that this program reads,
     * in its order of checks.
     */
    private static String verdict(DomainXml domain) {
        if (!(LaunchSecurity.of(domain) instanceof LaunchSecurity.Sev sev)) {
            return "Domain is not configured with SEV launch security";
        }
        if (sev.dhCert().isEmpty()) {
            return "Domain must have SEV owner cert to validate measurement";
        }
        if (sev.session().isEmpty()) {
            return "Domain must have SEV session data to validate measurement";
        }
        if (domain.at("os/nvram").isPresent()) {
            return "Domain firmware with NVRAM cannot be securely measured";
        }
        if (FirmwareFields.LOADER.get().apply(domain).isEmpty()) {
            return "Domain must have one firmware path";
        }
        return kernel(domain, sev).orElse("");
    }

    private static Optional<String> kernel(DomainXml domain, LaunchSecurity.Sev sev) {
        boolean kernel = !FirmwareFields.KERNEL.get().apply(domain).isEmpty();
        boolean hashes = sev.kernelHashes() == Toggle.YES;
        if (kernel && !hashes) {
            return Optional.of("direct kernel boot present without measurement");
        }
        return hashes && !kernel
                ? Optional.of(
                        "kernel/initrd/cmdline not provided but kernel measurement is enabled")
                : Optional.empty();
    }
}
