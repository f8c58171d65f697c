package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.ProblemException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class XmlFormatTest {
    private static DomainXml domain(String text) {
        return (DomainXml) DomainText.ofText(text, XmlEncoding.UTF_8);
    }

    @Test
    void givesEachElementALineAndLeavesTextsAlone() {
        DomainXml formatted =
                XmlFormat.format(
                        domain(
                                """
                                <domain type = 'kvm'><name> a </name>
                                      <!-- two
                                lines --><os><type>hvm</type>

                                  <!-- x --></os>


                                <memory>1</memory> <metadata>text <b/> more</metadata>
                                  </domain>
                                """));
        assertThat(formatted.text())
                .isEqualTo(
                        """
                        <domain type = 'kvm'>
                          <name> a </name>
                          <!-- two
                        lines -->
                          <os>
                            <type>hvm</type>

                            <!-- x -->
                          </os>

                          <memory>1</memory>
                          <metadata>text <b/> more</metadata>
                        </domain>
                        """);
        assertThat(XmlFormat.format(formatted)).isSameAs(formatted);
    }

    @Test
    void aCommentAtTheEndOfALineStaysThere() {
        String text = "<domain>\n  <name>a</name> <!-- mine -->\n  <uuid/>\n</domain>\n";
        assertThat(XmlFormat.format(domain(text)).text()).isEqualTo(text);
    }

    @Test
    void changesOnlyWhiteSpaceOfAnyFile() throws ProblemException {
        Pattern blanks = Pattern.compile("\\s+");
        for (int seed = 0; seed < 500; seed++) {
            DomainXml before =
                    DomainXml.parse("seed " + seed, Bytes.of(new RandomDomain(seed).bytes()));
            DomainXml after = XmlFormat.format(before);
            assertThat(blanks.matcher(after.text()).replaceAll(""))
                    .isEqualTo(blanks.matcher(before.text()).replaceAll(""));
            assertThat(after.textAt("name")).isEqualTo(before.textAt("name"));
            assertThat(XmlFormat.format(after)).isSameAs(after);
        }
    }
}
