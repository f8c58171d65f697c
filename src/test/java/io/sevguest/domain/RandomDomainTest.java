package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.document.Delta;
import io.sevguest.document.Field;
import io.sevguest.domain.device.Disks;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.LaunchSecurityType;
import io.sevguest.policy.SevPolicy;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Tests of properties of edits that hold for any style of a file; each seed generates 300 files.
 */
class RandomDomainTest {
    private static final int FILES = 300;
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final String HARD = "\u20ac <&>'\"]]> \ud83d\ude00 \u00fc\tz";

    private interface Property {
        void holdsFor(Bytes data, DomainXml domain, Random random) throws Exception;
    }

    private static void each(long seed, Property property) throws Exception {
        for (int i = 0; i < FILES; i++) {
            Bytes data = Bytes.of(new RandomDomain(seed * FILES + i).bytes());
            DomainXml domain = DomainXml.parse("seed " + seed + ", file " + i, data);
            property.holdsFor(data, domain, new Random(i));
        }
    }

    private static DomainXml with(DomainXml domain, Field<DomainXml, String> field, String value) {
        return field.with().apply(domain, value);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comesBackByteForByte(long seed) throws Exception {
        each(seed, (data, domain, random) -> assertThat(domain.toBytes()).isEqualTo(data));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasAbsentIsSetAndUnsetWithoutTrace(long seed) throws Exception {
        List<Field<DomainXml, String>> fields =
                List.of(
                        GuestFields.DESCRIPTION,
                        FirmwareFields.INITRD,
                        FirmwareFields.FIRMWARE,
                        GuestFields.CLOCK_OFFSET);
        each(
                seed,
                (data, domain, random) -> {
                    for (Field<DomainXml, String> field : fields) {
                        assertThat(with(with(domain, field, HARD), field, "")).isEqualTo(domain);
                    }
                    if (LaunchSecurity.of(domain) instanceof LaunchSecurity.None) {
                        var type = LaunchSecurityFields.TYPE.with();
                        DomainXml sev = type.apply(domain, LaunchSecurityType.SEV_ES);
                        DomainXml filled = with(sev, LaunchSecurityFields.DH_CERT, "QUJD");
                        assertThat(type.apply(filled, LaunchSecurityType.NONE)).isEqualTo(domain);
                    } else {
                        DomainXml set = with(domain, LaunchSecurityFields.SESSION, "QUJD");
                        assertThat(with(set, LaunchSecurityFields.SESSION, "")).isEqualTo(domain);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void anyParserReadsWhatWasSet(long seed) throws Exception {
        each(
                seed,
                (data, domain, random) -> {
                    DomainXml edited = with(domain, GuestFields.NAME, HARD);
                    edited = with(edited, GuestFields.TITLE, "two\nlines");
                    edited = with(edited, FirmwareFields.FIRMWARE, HARD);
                    edited =
                            LaunchSecurityFields.POLICY
                                    .with()
                                    .apply(edited, Optional.of(new SevPolicy(0x5)));
                    Document dom = parsed(edited);
                    assertThat(first(dom, "name")).isEqualTo(HARD);
                    assertThat(first(dom, "title")).isEqualTo("two\nlines");
                    assertThat(first(dom, "policy")).isEqualTo("0x0005");
                    assertThat(
                                    dom.getElementsByTagName("os")
                                            .item(0)
                                            .getAttributes()
                                            .getNamedItem("firmware")
                                            .getNodeValue())
                            .isEqualTo(HARD);
                    assertThat(edited.attributeAt("os", "firmware")).isEqualTo(HARD);
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void allElseStaysAndUndoGoesBack(long seed) throws Exception {
        each(
                seed,
                (data, domain, random) -> {
                    DomainXml edited = with(domain, GuestFields.NAME, "n" + random.nextInt());
                    edited = with(edited, GuestFields.VCPUS, "7");
                    edited = Disks.withDisk(edited, "/d");
                    edited = with(edited, LaunchSecurityFields.CBITPOS, "51");
                    assertThat(comments(edited)).isEqualTo(comments(domain));
                    assertThat(lineEnds(edited)).isEqualTo(lineEnds(domain));
                    Delta<DomainText> delta = DomainText.DIFFER.between(domain, edited);
                    assertThat(delta.undo(edited)).isEqualTo(domain);
                    assertThat(delta.redo(domain)).isEqualTo(edited);
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void theSameValueLeavesTheTextAlone(long seed) throws Exception {
        List<Field<DomainXml, ?>> fields = new ArrayList<>(GuestFields.all());
        fields.addAll(FirmwareFields.all());
        fields.addAll(LaunchSecurityFields.all());
        each(
                seed,
                (data, domain, random) -> {
                    for (Field<DomainXml, ?> field : fields) {
                        DomainXml same = setToItself(domain, field);
                        if (field == (Field<DomainXml, ?>) GuestFields.MEMORY
                                && GuestFields.MEMORY.get().apply(domain).isEmpty()) {
                            assertThat(same.at("memory")).isEmpty();
                        } else {
                            assertThat(same).isSameAs(domain);
                        }
                    }
                });
    }

    private static <V> DomainXml setToItself(DomainXml domain, Field<DomainXml, V> field) {
        return field.with().apply(domain, field.get().apply(domain));
    }

    private static List<String> comments(DomainXml domain) {
        List<String> found = new ArrayList<>();
        Matcher comment = COMMENT.matcher(domain.text());
        while (comment.find()) {
            found.add(comment.group());
        }
        return found;
    }

    private static List<String> lineEnds(DomainXml domain) {
        Matcher ends = Pattern.compile("\r\n|\r|\n").matcher(domain.text());
        return ends.results().map(MatchResult::group).distinct().toList();
    }

    private static Document parsed(DomainXml domain) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(domain.toBytes().toArray()));
    }

    private static String first(Document dom, String name) {
        NodeList found = dom.getElementsByTagName(name);
        return found.item(0).getTextContent();
    }
}
