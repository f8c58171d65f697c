package io.sevguest.domain.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.BrokenXml;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.XmlFormat;
import io.sevguest.domain.XmlIndex;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String LONG = "x]] <![CDATA[ ".repeat(1_000);

    private static DomainXml domain(String content) {
        return (DomainXml)
                DomainText.ofText("<domain type='kvm'>" + content + "</domain>", XmlEncoding.UTF_8);
    }

    private static List<String> parts(DomainXml domain) {
        Markup markup = domain.markup();
        return IntStream.range(0, markup.count())
                .mapToObj(i -> domain.text().substring(markup.start(i), markup.end(i)))
                .toList();
    }

    @Test
    void tooManyElementsAreRefused() {
        DomainText read =
                DomainText.ofText(
                        "<domain>" + "<a/>".repeat(XmlIndex.MAX_ELEMENTS) + "</domain>",
                        XmlEncoding.UTF_8);
        assertThat(((BrokenXml) read).fault().what()).contains("1,000,000 elements");
    }

    @Test
    void endsAreThoseOfTheParser() {
        List<String> written =
                List.of(
                        "<!-->-->",
                        "<!---->",
                        "<!--->-->",
                        "<!--\r\n<?x?>-->",
                        "<?x?>",
                        "<?x > ?>",
                        "<?x ??>",
                        "<![CDATA[]]>",
                        "<![CDATA[]]]]>",
                        "<![CDATA[-->\r\n\ud83d\ude00]]>",
                        "<![CDATA[" + LONG + "]]>",
                        "<!--" + LONG.repeat(10) + "-->",
                        "<?y " + LONG + "?>");
        assertThat(parts(domain("&amp;\ud83d\ude00" + String.join("\r\n t ", written))))
                .isEqualTo(written);
        assertThat(parts(domain(String.join("", written)))).isEqualTo(written);
    }

    @Test
    void aCommentThatBeginsWithTheSignOfAnEndIsNotWrittenInto() {
        DomainXml before = domain("\n  <on_crash>destroy</on_crash><!-->note-->\n");
        DomainXml after = LaunchSecurityFields.TYPE.with().apply(before, LaunchSecurityType.SEV);
        assertThat(after.text())
                .startsWith(
                        "<domain type='kvm'>\n"
                                + "  <on_crash>destroy</on_crash><!-->note-->\n"
                                + "  <launchSecurity type='sev'>");
        assertThat(LaunchSecurity.of(after)).isInstanceOf(LaunchSecurity.Sev.class);
    }

    @Test
    void suchACommentIsIndentedAsAWhole() {
        DomainXml formatted = XmlFormat.format(domain("\n<!--> a --><name>n</name>"));
        assertThat(formatted.text())
                .isEqualTo("<domain type='kvm'>\n  <!--> a -->\n  <name>n</name>\n</domain>");
    }
}
