package io.sevguest.domain.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<a>old</a>|<a>new</a>",
                "<a> old </a>|<a>new</a>",
                "<a></a>|<a>new</a>",
                "<a>  </a>|<a>new</a>",
                "<a><!-- c -->old</a>|<a><!-- c -->new</a>",
                "<a> <!-- c --> old</a>|<a><!-- c -->new</a>",
                "<a>o<!-- c -->ld</a>|<a>new<!-- c --></a>",
                "<a><![CDATA[old]]></a>|<a>new</a>",
                "<a>o<b>x</b>ld</a>|<a>new<b>x</b></a>",
                "<a>old<b><a>x</a></b></a>|<a>new<b><a>x</a></b></a>",
            })
    void replacesTheTextAndNothingElse(String before, String after) {
        DomainXml domain =
                (DomainXml) DomainText.ofText("<domain>" + before + "</domain>", XmlEncoding.UTF_8);
        DomainXml edited = domain.withTextAt("a", "new");
        assertThat(edited.text()).isEqualTo("<domain>" + after + "</domain>");
        assertThat(edited.textAt("a")).isEqualTo("new");
        if (edited.at("a").orElseThrow().isLeaf()) {
            assertThat(edited.at("a").orElseThrow().rawText()).isEqualTo("new");
        }
    }
}
