package io.sevguest.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.XmlEncoding;
import org.junit.jupiter.api.Test;

class ReindentTest {
    private static String laidOut(String text) {
        return Reindent.of((DomainXml) DomainText.ofText(text, XmlEncoding.UTF_8)).text();
    }

    @Test
    void putsEachElementOnALineOfItsOwn() {
        assertThat(laidOut("<domain><name>a</name><os><type arch='x'>hvm</type></os></domain>"))
                .isEqualTo(
                        """
                        <domain>
                          <name>a</name>
                          <os>
                            <type arch='x'>hvm</type>
                          </os>
                        </domain>""");
    }

    @Test
    void keepsCommentsTextsAndTags() {
        assertThat(
                        laidOut(
                                "<?xml version='1.0'?>\n<domain   type='kvm'><!-- a --><!-- b\n c -->"
                                        + "<description>  two\n lines </description><devices/></domain>\n"))
                .isEqualTo(
                        """
                        <?xml version='1.0'?>
                        <domain   type='kvm'>
                          <!-- a -->
                          <!-- b
                         c -->
                          <description>  two
                         lines </description>
                          <devices/>
                        </domain>
                        """);
    }

    @Test
    void leavesALaidOutTextAlone() {
        String text = "<domain>\r\n  <name>a</name>\r\n</domain>\r\n";
        assertThat(laidOut(text)).isEqualTo(text);
    }
}
