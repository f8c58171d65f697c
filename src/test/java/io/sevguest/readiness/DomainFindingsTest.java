package io.sevguest.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.LibvirtFiles;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainFindingsTest {
    private static DomainXml sev(String attributes, String children) {
        return domain("<launchSecurity " + attributes + ">" + children + "</launchSecurity>");
    }

    private static DomainXml domain(String inside) {
        return (DomainXml)
                DomainText.ofText(
                        "<domain type='kvm'>\n  <name>a</name>\n  " + inside + "\n</domain>\n",
                        XmlEncoding.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "<name>db-1</name><uuid>11111111222233334444555555555555</uuid><vcpu>2</vcpu>,",
        "<name>a b</name><uuid>11111111-2222-3333-4444-555555555555</uuid>,",
        "<title>a</title>,name-missing",
        "<name></name>,name-missing",
        "<name>a/b</name>,name-unusable",
        "<name>a</name><uuid>not-a-uuid</uuid>,uuid-unreadable",
        "<name>a</name><vcpu>x1</vcpu>,vcpu-unusable",
        "<name>a</name><vcpu>0</vcpu>,vcpu-unusable"
    })
    void tellsWhatLibvirtRefusesToDefine(String inside, String id) {
        var guest =
                (DomainXml) DomainText.ofText("<domain>" + inside + "</domain>", XmlEncoding.UTF_8);
        assertThat(DocumentFindings.of(guest).stream().map(Finding::id).toList())
                .isEqualTo(id == null ? List.of() : List.of(id));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0x0003,,",
                "3,,",
                "10,policy-ambiguous,0x0010",
                "39,policy-ambiguous,0x0039",
                "0x000B,policy-upper-case,0x000b",
                "0X3,policy-upper-case,0x0003",
                "' 0x3',policy-leading-blanks,0x0003",
                "'0x3 ',policy-trailing-blanks,0x0003",
                "+3,policy-sign,0x0003",
                "0x0043,policy-reserved-bits,0x0003",
                "0x0018,policy-contradiction,0x0008",
                "'',policy-missing,0x0003",
                "0xZZ,policy-unreadable,",
                "0x100000000,policy-too-long,"
            })
    void judgesAPolicyAndMendsIt(String text, String id, String mended) {
        DomainXml domain = sev("type='sev'", text.isEmpty() ? "" : "<policy>" + text + "</policy>");
        List<Finding> findings = DocumentFindings.of(domain);
        if (id == null) {
            assertThat(findings).isEmpty();
            return;
        }
        Finding finding = findings.get(0);
        assertThat(finding.id()).isEqualTo(id);
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.where()).isEqualTo("launchSecurity.policy");
        assertThat(finding.action().isPresent()).isEqualTo(mended != null);
        if (mended != null) {
            DomainXml edited = finding.action().get().edit().apply(domain);
            assertThat(edited.textAt("launchSecurity/policy")).isEqualTo(mended);
            assertThat(DocumentFindings.of(edited)).extracting(Finding::id).doesNotContain(id);
        }
    }

    @Test
    void showsBothReadingsOfAnAmbiguousPolicy() {
        assertThat(DocumentFindings.of(sev("type='sev'", "<policy>39</policy>")).get(0).message())
                .contains("0x0039", "decimal 57", "decimal 39", "0x0027");
    }

    @ParameterizedTest
    @CsvSource({
        "kernelHashes='on',,kernel-hashes-word",
        "kernelHashes='',,kernel-hashes-word",
        "'',<cbitpos>0x2f</cbitpos>,cbitpos-not-decimal",
        "'',<reducedPhysBits>x</reducedPhysBits>,reduced-phys-bits-not-decimal",
        "'',<reducedPhysBits>64</reducedPhysBits>,reduced-phys-bits-range",
        "'',<dhCert>QQ==</dhCert>,dh-cert-without-session",
        "'',<session>QQ==</session>,session-without-dh-cert"
    })
    void judgesTheOtherParts(String attribute, String child, String id) {
        DomainXml domain =
                sev(
                        "type='sev' " + attribute,
                        "<policy>0x3</policy>" + (child == null ? "" : child));
        assertThat(DocumentFindings.of(domain)).extracting(Finding::id).containsExactly(id);
        assertThat(DocumentFindings.of(domain).get(0).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void anOldSpellingIsAnErrorThatOneEditMends() {
        DomainXml domain = domain("<sev><policy> 0x1 </policy></sev>");
        Finding finding = DocumentFindings.of(domain).get(0);
        assertThat(finding.id()).isEqualTo("launch-security-legacy");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).contains("silently");
        assertThat(DocumentFindings.of(finding.action().orElseThrow().edit().apply(domain)))
                .isEmpty();
    }

    @Test
    void anOldSpellingBesideTodaysIsRemoved() {
        DomainXml domain =
                domain("<sev/><launchSecurity type='sev'><policy>0x1</policy></launchSecurity>");
        Finding finding = DocumentFindings.of(domain).get(0);
        assertThat(finding.id()).isEqualTo("launch-security-leftover");
        assertThat(finding.action().orElseThrow().edit().apply(domain).text())
                .doesNotContain("<sev");
    }

    @Test
    void otherKindsAreKeptAndUnknownOnesRefused() {
        assertThat(DocumentFindings.of(sev("type='sev-snp'", "")).get(0).severity())
                .isEqualTo(Severity.INFO);
        assertThat(DocumentFindings.of(sev("type='tdx'", "")).get(0).id())
                .isEqualTo("launch-security-kept");
        assertThat(DocumentFindings.of(sev("type='sev-es'", "")).get(0).fix()).contains("bit 2");
        assertThat(DocumentFindings.of(sev("", "")).get(0).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aFileOfLibvirtsOwnIsToldWithTheCommand() {
        Path user = Path.of("/home/a/.config");
        assertThat(
                        LibvirtFiles.check(Path.of("/etc/libvirt/qemu/a b.xml"), user)
                                .orElseThrow()
                                .fix())
                .endsWith("virsh define '/etc/libvirt/qemu/a b.xml'");
        assertThat(LibvirtFiles.check(user.resolve("libvirt/qemu/a.xml"), user)).isPresent();
        assertThat(LibvirtFiles.check(Path.of("/etc/libvirt.xml"), user)).isEmpty();
    }
}
