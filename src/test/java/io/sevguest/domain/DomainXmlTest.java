package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.document.Document;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainXmlTest {
    private static final String SMALL =
            """
            <?xml version='1.0'?>
            <!-- mine -->
            <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
              <name>a &amp; b</name>
              <memory unit='MiB'>512</memory>
              <os>
                <type arch='x86_64'>hvm</type>
              </os>
              <features/>
              <devices>
              </devices>
              <qemu:commandline>
                <qemu:arg value='-foo'/>
              </qemu:commandline>
            </domain>
            """;

    private static DomainXml domain(String text) throws ProblemException {
        return DomainXml.parse("test.xml", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsDecodedValuesAndPaths() throws ProblemException {
        DomainXml domain = domain(SMALL);
        assertThat(domain.textAt("name")).isEqualTo("a & b");
        assertThat(domain.attributeAt("os/type", "arch")).isEqualTo("x86_64");
        assertThat(domain.at("os/type").orElseThrow().path()).isEqualTo("/domain/os/type");
    }

    @Test
    void anEditTouchesOnlyItsElement() throws ProblemException {
        DomainXml edited = domain(SMALL).withTextAt("name", "c<d");
        assertThat(edited.text()).isEqualTo(SMALL.replace("a &amp; b", "c&lt;d"));
        assertThat(edited.withTextAt("name", "a & b").text()).isEqualTo(SMALL);
    }

    @Test
    void theSameValueLeavesTheTextAlone() throws ProblemException {
        DomainXml domain = domain(SMALL.replace("a &amp; b", "<![CDATA[a & b]]>"));
        assertThat(domain.withTextAt("name", "a & b")).isSameAs(domain);
    }

    @Test
    void aNewElementGoesWhereLibvirtWritesItAndBackOutWithoutTrace() throws ProblemException {
        DomainXml edited = domain(SMALL).withTextAt("launchSecurity/policy", "0x0003");
        assertThat(edited.text())
                .contains(
                        "  </devices>\n  <launchSecurity>\n    <policy>0x0003</policy>\n"
                                + "  </launchSecurity>\n  <qemu:commandline>");
        assertThat(edited.withTextAt("launchSecurity/policy", "").text()).isEqualTo(SMALL);
        DomainXml smm = domain(SMALL).withAttributeAt("os/loader", "secure", "yes");
        assertThat(smm.withAttributeAt("os/loader", "secure", "").text()).isEqualTo(SMALL);
    }

    @Test
    void undoGoesBackFromAnElementThatWasEmpty() throws ProblemException {
        var document = new Document<DomainText>(domain(SMALL), DomainText.DIFFER);
        document.edit(
                "smm", text -> ((DomainXml) text).withAttributeAt("features/smm", "state", "off"));
        assertThat(document.value().text())
                .contains("<features>\n    <smm state='off'/>\n  </features>");
        document.undo();
        assertThat(document.value().text()).isEqualTo(SMALL);
        document.redo();
        assertThat(document.value().text()).contains("<smm state='off'/>");
    }

    @Test
    void refusesADoctypeXincludeAndDepthWithTheirPlace() {
        assertThatThrownBy(
                        () ->
                                domain(
                                        "<?xml version='1.0'?>\n<!DOCTYPE d [<!ENTITY x 'y'>]>\n<domain/>"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().where()).isEqualTo("test.xml:2:1"));
        assertThatThrownBy(
                        () ->
                                domain(
                                        "<domain><x:include"
                                                + " xmlns:x='http://www.w3.org/2001/XInclude'/></domain>"))
                .hasMessageContaining("XInclude");
        assertThatThrownBy(() -> domain("<domain>" + "<a>".repeat(1000)))
                .hasMessageContaining("1,000");
        assertThat(DomainText.ofText("<domain>", XmlEncoding.UTF_8)).isInstanceOf(BrokenXml.class);
    }

    @Test
    void everyCorpusFileComesBackByteForByte() throws IOException, ProblemException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Shared.path("corpus/domains"))) {
            files = found.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Bytes data = Bytes.of(Files.readAllBytes(file));
            assertThat(DomainText.read(file.toString(), data).toBytes()).isEqualTo(data);
        }
    }
}
