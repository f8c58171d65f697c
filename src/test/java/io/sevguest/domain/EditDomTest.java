package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.document.Field;
import io.sevguest.domain.device.Disks;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.Whitespace;
import io.sevguest.policy.SevPolicy;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Tests of edits of random documents with the JDK's own DOM. */
class EditDomTest {
    private static final int FILES = 150;
    private static final String BLANKS = "[ \t\r\n]*";

    /** Returns edits, with the child of {@code <domain>} that each changes. */
    private static Map<UnaryOperator<DomainXml>, String> edits() {
        Map<UnaryOperator<DomainXml>, String> edits = new LinkedHashMap<>();
        for (String value : List.of("", "new", "<!--> & \u00fc\u20ac]]>")) {
            edits.put(set(GuestFields.NAME, value), "name");
            edits.put(set(GuestFields.TITLE, value), "title");
            edits.put(set(GuestFields.ON_CRASH, value), "on_crash");
            edits.put(set(FirmwareFields.INITRD, value), "os");
            edits.put(set(FirmwareFields.KERNEL, value), "os");
            edits.put(set(FirmwareFields.LOADER, value), "os");
            edits.put(set(FirmwareFields.LOADER_TYPE, value), "os");
            edits.put(set(FirmwareFields.FIRMWARE, value), "os");
            edits.put(set(GuestFields.CLOCK_OFFSET, value), "clock");
            edits.put(set(LaunchSecurityFields.SESSION, value), "launchSecurity");
            edits.put(set(LaunchSecurityFields.CBITPOS, value), "launchSecurity");
            edits.put(set(LaunchSecurityFields.POLICY_TEXT, value), "launchSecurity");
        }
        edits.put(set(GuestFields.ACPI, true), "features");
        edits.put(set(GuestFields.ACPI, false), "features");
        edits.put(set(GuestFields.SMM, Toggle.NO), "features");
        edits.put(set(LaunchSecurityFields.KERNEL_HASHES, Toggle.YES), "launchSecurity");
        edits.put(
                set(LaunchSecurityFields.POLICY, Optional.of(new SevPolicy(5))), "launchSecurity");
        edits.put(set(LaunchSecurityFields.TYPE, LaunchSecurityType.NONE), "launchSecurity");
        edits.put(set(LaunchSecurityFields.TYPE, LaunchSecurityType.SEV_ES), "launchSecurity");
        edits.put(domain -> Disks.withDisk(domain, "/d.qcow2"), "devices");
        return edits;
    }

    private static <V> UnaryOperator<DomainXml> set(Field<DomainXml, V> field, V value) {
        return domain -> field.with().apply(domain, value);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatTheEditIsNotAboutStays(long seed) throws Exception {
        Map<UnaryOperator<DomainXml>, String> edits = edits();
        for (int i = 0; i < FILES; i++) {
            Bytes data = Bytes.of(new RandomDomain(seed * 1_000 + i).bytes());
            DomainXml domain = DomainXml.parse("seed " + seed + ", file " + i, data);
            for (Map.Entry<UnaryOperator<DomainXml>, String> edit : edits.entrySet()) {
                DomainXml edited = edit.getKey().apply(domain);
                assertThat(outside(edited, edit.getValue()))
                        .isEqualTo(outside(domain, edit.getValue()));
                bytesOutsideStay(domain, edited, edit.getValue());
            }
        }
    }

    private static void bytesOutsideStay(DomainXml domain, DomainXml edited, String about) {
        String before = domain.text();
        String after = edited.text();
        Optional<Element> place = domain.at(about);
        if (place.isEmpty()) {
            int grown = after.length() - before.length();
            int prefix = 0;
            while (prefix < before.length() && before.charAt(prefix) == after.charAt(prefix)) {
                prefix++;
            }
            assertThat(after).endsWith(before.substring(prefix));
            assertThat(grown).isNotNegative();
            return;
        }
        String head = before.substring(0, Whitespace.startBefore(before, place.get().start()));
        assertThat(after).startsWith(head).endsWith(before.substring(place.get().end()));
    }

    /**
     * Returns everything in the DOM outside of one child of the root, except white space between
     * tags.
     */
    private static List<String> outside(DomainXml domain, String about) throws Exception {
        Node dom =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(domain.text())));
        List<String> lines = new ArrayList<>();
        describe(dom, about, lines);
        return lines;
    }

    private static void describe(Node node, String about, List<String> lines) {
        boolean isBlank =
                node.getNodeType() == Node.TEXT_NODE && node.getNodeValue().matches(BLANKS);
        if (node.getNodeName().equals(about) || isBlank) {
            return;
        }
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap found = node.getAttributes();
        for (int i = 0; found != null && i < found.getLength(); i++) {
            attributes.put(found.item(i).getNodeName(), found.item(i).getNodeValue());
        }
        lines.add(node.getNodeType() + node.getNodeName() + attributes + node.getNodeValue());
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            describe(child, about, lines);
        }
        lines.add("end");
    }
}
