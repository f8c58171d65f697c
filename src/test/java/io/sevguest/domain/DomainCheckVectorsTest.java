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
 * What virt-qemu-sev-validate of libvirt 9.0.0 said to whole domains, beside what is read and found
 * here: all that it judges by is read as it reads it, and half a pair of certificate and session is
 * an error for both.
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

    /** The checker's judgement, in its order, by the values that are read here. */
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
