package io.sevguest.domain.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.policy.SevPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSecurityTest {
    private static final String PLAIN =
            """
            <domain type='kvm'>
              <name>a</name>
              <devices/>
            </domain>
            """;

    private static final String SEV =
            """
            <domain type='kvm'>
              <name>a</name>
              <launchSecurity type="sev">
                <!-- mine -->
                <policy>10</policy>
                <cbitpos>47</cbitpos>
                <other a='b'/>
              </launchSecurity>
              <devices/>
            </domain>
            """;

    private static final String RFC =
            """
            <domain type='kvm'>
              <name>a</name>
              <sev>
                <!-- from the owner -->
                <policy> 0x0001 </policy>
                <cbitpos> 47 </cbitpos>
                <reduced-phys-bits> 5 </reduced-phys-bits>
                <dh-cert>
                  QUJD
                </dh-cert>
                <session> REVG </session>
                <unknown/>
              </sev>
            </domain>
            """;

    private static DomainXml domain(String text) {
        return (DomainXml) DomainText.ofText(text, XmlEncoding.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<launchSecurity type='sev' xmlns='urn:x'><policy>0x1</policy></launchSecurity>",
                "<x:launchSecurity type='sev' xmlns:x='urn:x'/>",
                "<sev xmlns='urn:x'><policy>0x1</policy></sev>"
            })
    void passesOverElementsOfAnotherNamespaceAsLibvirtDoes(String foreign) {
        DomainXml domain = domain("<domain>\n  " + foreign + "\n</domain>");
        assertThat(LaunchSecurity.of(domain)).isInstanceOf(LaunchSecurity.None.class);
        DomainXml edited = LaunchSecurityFields.TYPE.with().apply(domain, LaunchSecurityType.SEV);
        assertThat(edited.text()).contains(foreign);
        assertThat(LaunchSecurity.of(edited)).isInstanceOf(LaunchSecurity.Sev.class);
    }

    @Test
    void theSameBlobLeavesItsWrappedTextAlone() {
        DomainXml wrapped =
                domain(
                        "<domain><launchSecurity type='sev'><session>\n  QUJD\n  REVG\n</session>"
                                + "</launchSecurity></domain>");
        var set = LaunchSecurityFields.SESSION.with();
        assertThat(set.apply(wrapped, "QUJDREVG")).isSameAs(wrapped);
        assertThat(set.apply(wrapped, "QUJDREVH").text()).contains("<session>QUJDREVH</session>");
        assertThat(set.apply(wrapped, "").text()).doesNotContain("session>");
    }

    @Test
    void readsSev() {
        var sev = (LaunchSecurity.Sev) LaunchSecurity.of(domain(SEV));
        assertThat(sev.policy().value()).contains(new SevPolicy(0x10));
        assertThat(sev.cbitposNumber()).hasValue(47);
        assertThat(sev.reducedPhysBitsNumber()).isEmpty();
        assertThat(sev.kernelHashes()).isEqualTo(Toggle.UNSET);
    }

    @Test
    void choosingSevAndNoneAgainLeavesNoTrace() {
        DomainXml sev =
                LaunchSecurityFields.TYPE.with().apply(domain(PLAIN), LaunchSecurityType.SEV);
        assertThat(sev.text())
                .contains(
                        "  <devices/>\n  <launchSecurity type='sev'>\n    <policy>0x0003</policy>\n"
                                + "  </launchSecurity>\n</domain>");
        DomainXml es = LaunchSecurityFields.TYPE.with().apply(sev, LaunchSecurityType.SEV_ES);
        assertThat(es.textAt("launchSecurity/policy")).isEqualTo("0x0007");
        DomainXml none = LaunchSecurityFields.TYPE.with().apply(es, LaunchSecurityType.NONE);
        assertThat(none.text()).isEqualTo(PLAIN);
    }

    @Test
    void eachFieldSetAndUnsetLeavesNoTrace() {
        DomainXml before = domain(SEV);
        DomainXml set = LaunchSecurityFields.DH_CERT.with().apply(before, "QUJD");
        set = LaunchSecurityFields.SESSION.with().apply(set, "REVG");
        set = LaunchSecurityFields.KERNEL_HASHES.with().apply(set, Toggle.YES);
        set = LaunchSecurityFields.REDUCED_PHYS_BITS.with().apply(set, "1");
        assertThat(set.text())
                .contains(
                        "<launchSecurity type=\"sev\" kernelHashes=\"yes\">\n    <!-- mine -->\n"
                                + "    <policy>10</policy>\n    <cbitpos>47</cbitpos>\n"
                                + "    <reducedPhysBits>1</reducedPhysBits>\n");
        set = LaunchSecurityFields.REDUCED_PHYS_BITS.with().apply(set, "");
        set = LaunchSecurityFields.KERNEL_HASHES.with().apply(set, Toggle.UNSET);
        set = LaunchSecurityFields.DH_CERT.with().apply(set, "");
        set = LaunchSecurityFields.SESSION.with().apply(set, "");
        assertThat(set.text()).isEqualTo(SEV);
    }

    @Test
    void aPolicyThatTheTextAlreadyMeansLeavesTheTextAlone() {
        DomainXml before = domain(SEV);
        assertThat(
                        LaunchSecurityFields.POLICY
                                .with()
                                .apply(before, Optional.of(new SevPolicy(0x10))))
                .isSameAs(before);
        DomainXml set = LaunchSecurityFields.flag(SevPolicy.Flag.NODBG).with().apply(before, true);
        assertThat(set.text()).isEqualTo(SEV.replace("<policy>10<", "<policy>0x0011<"));
        assertThat(LaunchSecurityFields.POLICY.with().apply(set, Optional.empty()).text())
                .isEqualTo(SEV.replace("    <policy>10</policy>\n", ""));
    }

    @Test
    void modernizesThe2018PatchInPlace() {
        DomainXml before = domain(RFC);
        var legacy = (LaunchSecurity.Legacy) LaunchSecurity.of(before);
        assertThat(legacy.sev().reducedPhysBits()).isEqualTo("5");
        assertThat(legacy.sev().dhCert()).isEqualTo("QUJD");
        assertThat(LaunchSecurityFields.modernized(before).text())
                .isEqualTo(
                        """
                        <domain type='kvm'>
                          <name>a</name>
                          <launchSecurity type='sev'>
                            <!-- from the owner -->
                            <policy>0x0001</policy>
                            <cbitpos>47</cbitpos>
                            <reducedPhysBits>5</reducedPhysBits>
                            <dhCert>QUJD</dhCert>
                            <session>REVG</session>
                            <unknown/>
                          </launchSecurity>
                        </domain>
                        """);
    }

    @Test
    void modernizesLibvirtsFirstCommit() {
        String first =
                RFC.replace("<sev>", "<launch-security type='sev'>")
                        .replace("</sev>", "</launch-security>");
        assertThat(LaunchSecurityFields.modernized(domain(first)))
                .isEqualTo(LaunchSecurityFields.modernized(domain(RFC)));
    }

    @Test
    void settingAFieldOfAnOldSpellingModernizesIt() {
        DomainXml set = LaunchSecurityFields.CBITPOS.with().apply(domain(RFC), "51");
        assertThat(set.text())
                .isEqualTo(LaunchSecurityFields.modernized(domain(RFC)).text().replace("47", "51"));
    }

    @Test
    void kindsThatAreMerelyKeptStayUntouched() {
        for (String type : new String[] {"sev-snp", "s390-pv", "tdx"}) {
            DomainXml before = domain(SEV.replace("\"sev\"", "\"" + type + "\""));
            assertThat(LaunchSecurity.of(before).isEditable()).isFalse();
            assertThat(LaunchSecurityFields.CBITPOS.with().apply(before, "51")).isSameAs(before);
            assertThat(LaunchSecurityFields.TYPE.with().apply(before, LaunchSecurityType.NONE))
                    .isSameAs(before);
        }
    }
}
