package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of each of Java's encodings as the declared encoding of a file. */
class EncodingsTest {
    static Stream<String> names() {
        return Charset.availableCharsets().keySet().stream();
    }

    private static Bytes file(String encoding) {
        return Bytes.of(
                ("<?xml version='1.0' encoding='" + encoding + "'?><domain><name>a</name></domain>")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRefusedOrTakesAnEdit(String encoding) throws ProblemException {
        DomainXml domain;
        try {
            domain = DomainXml.parse("a.xml", file(encoding));
        } catch (ProblemException refused) {
            assertThat(refused.problem().fix()).isNotEmpty();
            return;
        }
        DomainXml edited = GuestFields.TITLE.with().apply(domain, "\u00fc\u4e2d\ud83d\ude00");
        assertThat(DomainXml.parse("a.xml", edited.toBytes())).isEqualTo(edited);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTypedIntoTheDeclaration(String encoding) throws ProblemException {
        Bytes typed = file(encoding);
        String text = new String(typed.toArray(), StandardCharsets.US_ASCII);
        DomainXml domain = (DomainXml) DomainText.ofText(text, XmlEncoding.UTF_8);
        Bytes saved = GuestFields.TITLE.with().apply(domain, "\u00fc").toBytes();
        assertThat(saved).isNotEqualTo(typed);
    }

    @Test
    void oneThatCanOnlyBeReadIsNamed() {
        assertThatThrownBy(() -> DomainXml.parse("a.xml", file("ISO-2022-CN")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ISO-2022-CN")
                .hasMessageContaining("can be read here, but not written");
    }
}
