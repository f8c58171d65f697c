package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static Problem refused(Bytes data) {
        var thrown =
                catchThrowableOfType(ProblemException.class, () -> DomainText.read("f.xml", data));
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.problem().fix()).isNotEmpty();
        return thrown.problem();
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 0xac is a letter in ISO-8859-4, but not in ISO-8859-1. */
    @Test
    void countsAnEncodingOnlyWhereXmlDeclaresIt() {
        Bytes head = utf8("<?xml version='1.0'");
        Bytes tail = utf8("encoding='ISO-8859-4'?><domain/>");

        Problem problem = refused(head.append(Bytes.ofHex("ac")).append(tail));

        assertThat(problem.what()).contains("0xac").contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><domain>&x;</domain>|DOCTYPE|1:1",
                "<!DOCTYPE domain><domain/>|DOCTYPE|1:1",
                "<!DOCTYPE d [<!ENTITY a '&b;&b;'><!ENTITY b 'x'>]><domain>&a;</domain>|DOCTYPE|1:1",
                "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/x.dtd'><domain/>|DOCTYPE|1:1",
                "<domain><i:include xmlns:i='http://www.w3.org/2001/XInclude' href='/etc/passwd'/></domain>|XInclude|1:9",
                "<domain><i:include xmlns:i='http://www.w3.org/2003/XInclude' href='/etc/passwd'/></domain>|XInclude|1:9",
                "<?xml version='1.0' encoding='utf-99'?><domain/>|utf-99|1:1",
                "<?xml version='1.0' encoding='UTF-16'?><domain/>|UTF-16|1:1"
            })
    void isNotOpenedAtAll(String text, String word, String place) {
        Problem problem = refused(utf8(text));
        assertThat(problem.what()).contains(word);
        assertThat(problem.where()).isEqualTo("f.xml:" + place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<domain>|1:9",
                "<domain><a></b></domain>|1:",
                "<domain>&unknown;</domain>|1:",
                "<domain> &unknown;</domain>|1:",
                "<domain><name>a<!-- -- --></name></domain>|1:",
                "<domain a='&unknown;'/>|1:",
                "<domain a=1/>|1:",
                "<domain a='1' a='2'/>|1:",
                "<domain/><domain/>|1:1",
                "<domain><q:a/></domain>|1:",
                "no xml|1:1",
                "<network/>|1:1",
                "<domain xmlns='urn:x'/>|1:1",
                "<domain><launchSecurity/><launchSecurity/></domain>|1:26",
                "''|1:1"
            })
    void isOpenedForRepair(String text, String place) throws ProblemException {
        var broken = (BrokenXml) DomainText.read("f.xml", utf8(text));
        assertThat(broken.text()).isEqualTo(text);
        assertThat(broken.fault().position().toString()).startsWith(place);
        assertThat(broken.fault().what()).endsWith(".").doesNotContain("..");
        assertThat(broken.fault().fix()).endsWith(".");
        assertThat(
                        catchThrowableOfType(
                                ProblemException.class, () -> DomainXml.parse("f.xml", utf8(text))))
                .isNotNull();
    }

    /** The result must not depend on the end of the parser's buffer. */
    @Test
    void findsTheEndOfACdataSectionInTextAtEveryOffset() {
        for (int blanks = 0; blanks < 300; blanks++) {
            String text = "<domain>" + " ".repeat(blanks) + "<a>1]]></a></domain>";
            assertThat(DomainText.ofText(text, XmlEncoding.UTF_8)).isInstanceOf(BrokenXml.class);
        }
        String allowed =
                "<domain a=']]>'><!-- ]]> --><a><![CDATA[]]]]></a><?x ]]>?>]]&gt;</domain>";
        assertThat(DomainText.ofText(allowed, XmlEncoding.UTF_8)).isInstanceOf(DomainXml.class);
    }

    @Test
    void refusesMoreThan64MiB() {
        Problem problem = refused(Bytes.of(new byte[64 * 1024 * 1024 + 1]));
        assertThat(problem.what()).contains("64 MiB");
    }

    @Test
    void refusesMoreThan1000Levels() throws ProblemException {
        String levels = "<a>".repeat(999) + "</a>".repeat(999);
        assertThat(DomainText.read("f.xml", utf8("<domain>" + levels + "</domain>")))
                .isInstanceOf(DomainXml.class);
        assertThat(refused(utf8("<domain><a>" + levels + "</a></domain>")).what())
                .contains("1,000");
    }

    @Test
    void refusesBytesThatTheEncodingDoesNotAllow() {
        Problem problem =
                refused(
                        Bytes.of(
                                "<domain>\n<name>\u00fc</name></domain>"
                                        .getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(problem.what()).contains("0xfc", "offset 15", "UTF-8");
        assertThat(problem.where()).isEqualTo("f.xml:2:7");
        assertThat(refused(Bytes.ofHex("feff003cd800003e")).what()).contains("UTF-16BE");
        assertThat(
                        refused(
                                        Bytes.of(
                                                "<?xml version='1.0' encoding='us-ascii'?><domain a='\u00fc'/>"
                                                        .getBytes(StandardCharsets.UTF_8)))
                                .what())
                .contains("0xc3");
    }
}
