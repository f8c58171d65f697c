package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.document.Field;
import io.sevguest.domain.guest.CpuTopology;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.policy.SevPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of each field with documents in which its element is empty, invalid or duplicated. */
class OddValuesTest {
    private static final String BODY =
            "<name>%1$s</name><title>%1$s</title><description>%1$s</description><uuid>%1$s</uuid>"
                    + "<memory unit='%2$s'>%1$s</memory><currentMemory>%1$s</currentMemory>"
                    + "<memtune><hard_limit unit='%2$s'>%1$s</hard_limit></memtune>"
                    + "<memoryBacking><locked/></memoryBacking><vcpu current='%2$s'>%1$s</vcpu>"
                    + "<os firmware='%2$s'><type arch='%2$s' machine='%2$s'>%1$s</type>"
                    + "<loader readonly='%2$s' type='%2$s' secure='%2$s' stateless='%2$s'>%1$s"
                    + "</loader><nvram template='%2$s'>%1$s</nvram><kernel>%1$s</kernel>"
                    + "<initrd>%1$s</initrd><cmdline>%1$s</cmdline><boot dev='%2$s'/>"
                    + "<bootmenu enable='%2$s'/></os>"
                    + "<features><acpi/><apic/><pae/><smm state='%2$s'/><vmport state='%2$s'/>"
                    + "</features><cpu mode='%2$s'><model fallback='%2$s'>%1$s</model>"
                    + "<topology sockets='%2$s' cores='%2$s' threads='%2$s'/></cpu>"
                    + "<clock offset='%2$s'/><on_poweroff>%1$s</on_poweroff>"
                    + "<on_reboot>%1$s</on_reboot><on_crash>%1$s</on_crash>"
                    + "<devices><emulator>%1$s</emulator></devices>";
    private static final String SECURITY =
            "<launchSecurity type='sev' kernelHashes='%2$s'>%3$s</launchSecurity>";
    private static final String CHILDREN =
            "<cbitpos>%1$s</cbitpos><reducedPhysBits>%1$s</reducedPhysBits>"
                    + "<policy>%1$s</policy><dhCert>%1$s</dhCert><session>%1$s</session>";

    private static final Map<String, String> DOCUMENTS =
            Map.of(
                    "absent", "",
                    "empty", document("", "", 1),
                    "blank", document("\r\n <!--> c --> ", " ", 1),
                    "ideographic blank", document("\u3000", "\u3000", 1),
                    "odd", document("maybe", "maybe", 1),
                    "in a section", document("<![CDATA[maybe]]>", "may&#10;be", 1),
                    "with children", document("<a>x</a>", "m", 1),
                    "double and odd", document("maybe", "maybe", 2),
                    "double and empty", document("", "", 2),
                    "double numbers", document("7", "yes", 2));

    private static final Set<Object> ABSENT =
            Set.of("", Optional.empty(), List.of(), Toggle.UNSET, LaunchSecurityType.NONE);

    private static String document(String text, String attribute, int times) {
        String children = CHILDREN.formatted(text).repeat(times);
        return BODY.formatted(text, attribute).repeat(times)
                + SECURITY.formatted(text, attribute, children);
    }

    private static DomainXml domain(String name) {
        return (DomainXml)
                DomainText.ofText(
                        "<domain type='kvm'>" + DOCUMENTS.get(name) + "</domain>",
                        XmlEncoding.UTF_8);
    }

    static Stream<Arguments> all() {
        List<Field<DomainXml, ?>> fields =
                Stream.of(GuestFields.all(), FirmwareFields.all(), LaunchSecurityFields.all())
                        .flatMap(Collection::stream)
                        .toList();
        return DOCUMENTS.keySet().stream()
                .sorted()
                .flatMap(document -> fields.stream().map(field -> Arguments.of(field, document)));
    }

    @ParameterizedTest
    @MethodSource("all")
    <V> void isSetAndUnset(Field<DomainXml, V> field, String document) throws Exception {
        DomainXml before = domain(document);
        for (V value : values(field, before)) {
            DomainXml set = field.with().apply(before, value);
            assertThat(field.get().apply(set)).isEqualTo(value);
            assertThat(field.with().apply(set, value)).isEqualTo(set);
            set.check();
            if (ABSENT.contains(value)) {
                assertThat(set.text().length()).isLessThanOrEqualTo(before.text().length());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <V> List<V> values(Field<DomainXml, V> field, DomainXml domain) {
        Object now = field.get().apply(domain);
        if (field == (Field<DomainXml, ?>) GuestFields.TYPE) {
            return (List<V>) List.of("kvm", "qemu");
        }
        if (now instanceof String) {
            return (List<V>) List.of("", "5", "");
        }
        if (now instanceof Toggle) {
            return (List<V>) List.of(Toggle.UNSET, Toggle.YES, Toggle.NO);
        }
        if (now instanceof Boolean) {
            return (List<V>) List.of(false, true);
        }
        if (now instanceof LaunchSecurityType) {
            return (List<V>) List.of(LaunchSecurityType.NONE, LaunchSecurityType.SEV_ES);
        }
        if (now instanceof Integer) {
            return (List<V>) List.of(0, 255);
        }
        if (now instanceof List) {
            return (List<V>) List.of(List.of(), List.of("hd", "network"));
        }
        return (List<V>) optional(field.id());
    }

    private static List<Optional<?>> optional(String field) {
        if (field.equals(LaunchSecurityFields.POLICY.id())) {
            return List.of(Optional.empty(), Optional.of(new SevPolicy(5)));
        }
        return field.equals(GuestFields.TOPOLOGY.id())
                ? List.of(Optional.empty(), Optional.of(new CpuTopology(1, 2, 3, 4)))
                : List.of(Optional.empty(), Optional.of(new MemorySize(3, MemorySize.Unit.GIB)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "odd", "double and odd", "double and empty"})
    void whatMeansUnsetIsNotYetAbsent(String document) {
        DomainXml domain = domain(document);
        for (Field<DomainXml, String> field :
                List.of(
                        LaunchSecurityFields.POLICY_TEXT,
                        LaunchSecurityFields.CBITPOS,
                        LaunchSecurityFields.REDUCED_PHYS_BITS,
                        LaunchSecurityFields.DH_CERT,
                        LaunchSecurityFields.SESSION)) {
            domain = field.with().apply(domain, "");
        }
        domain = LaunchSecurityFields.KERNEL_HASHES.with().apply(domain, Toggle.UNSET);
        assertThat(domain.text())
                .contains("<launchSecurity type='sev'")
                .doesNotContain("cbitpos", "reducedPhys", "policy", "dhCert", "session", "Hashes");
    }

    @Test
    void onlyWhiteSpaceOfXmlGoesWithAnElement() {
        DomainXml domain =
                (DomainXml)
                        DomainText.ofText(
                                "<domain type='kvm'><launchSecurity type='sev'>\u3000<policy>3"
                                        + "</policy>\u2003</launchSecurity></domain>",
                                XmlEncoding.UTF_8);
        assertThat(LaunchSecurityFields.POLICY_TEXT.with().apply(domain, "").text())
                .isEqualTo(
                        "<domain type='kvm'><launchSecurity type='sev'>\u3000\u2003"
                                + "</launchSecurity></domain>");
    }
}
