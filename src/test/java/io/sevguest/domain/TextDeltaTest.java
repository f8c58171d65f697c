package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextDeltaTest {
    @Test
    void aStepKeepsItsSplicesNotTheText() throws ProblemException {
        String disks = "    <disk type='file'><target dev='vda'/></disk>\n".repeat(20_000);
        String text =
                "<domain>\n  <name>a</name>\n  <devices>\n" + disks + "  </devices>\n</domain>\n";
        DomainXml before =
                DomainXml.parse("large", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        DomainXml after =
                before.withTextAt("name", "b").withTextAt("description", "the last of a long file");
        TextDelta step = TextDelta.between(before, after);
        assertThat(step.size()).isLessThan(200);
        assertThat(step.undo(after).text()).isEqualTo(before.text());
        assertThat(step.redo(before).text()).isEqualTo(after.text());
    }
}
